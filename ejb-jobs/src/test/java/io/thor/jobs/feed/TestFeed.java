package io.thor.jobs.feed;

import io.thor.intraday.Trade;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** A push feed that does what a test says: it numbers its trades and loses those it is told to. */
final class TestFeed implements FeedSource {

  final List<String> asked = new ArrayList<>();
  boolean reachable = true;
  boolean canResend = true;
  int connections;
  private final TreeSet<Long> sent = new TreeSet<>();
  private FeedListener listener = new Deaf();
  private boolean open;

  @Override
  public String name() {
    return "test";
  }

  @Override
  public FeedConnection connect(FeedListener newListener, long next) throws IOException {
    if (!reachable) {
      throw new IOException("unplugged");
    }
    connections++;
    open = true;
    listener = newListener;
    listener.loggedOn(sent.isEmpty() ? 1 : sent.last() + 1);
    return new Connection();
  }

  /** Sends a trade with a number. */
  void send(long number) {
    sent.add(number);
    if (open) {
      listener.trade(number, trade(number));
    }
  }

  /** Makes a trade that nobody hears. */
  void lose(long number) {
    sent.add(number);
  }

  void pulse() {
    listener.alive();
  }

  void unplug() {
    open = false;
    reachable = false;
    listener.ended("unplugged");
  }

  /** Has nothing more to come. */
  void finish() {
    listener.finished();
  }

  static Trade trade(long number) {
    return new Trade(
        "BTC-USD",
        Instant.parse("2026-01-05T12:00:00Z").plusSeconds(number),
        number,
        BigDecimal.TEN,
        BigDecimal.ONE);
  }

  private final class Connection implements FeedConnection {

    @Override
    public boolean resend(long from, long to) {
      asked.add(from + "-" + to);
      if (canResend) {
        sent.subSet(from, true, to, true).forEach(each -> listener.trade(each, trade(each)));
      }
      return canResend;
    }

    @Override
    public void close() {
      open = false;
    }
  }

  /** Hears before anybody is connected. */
  private static final class Deaf implements FeedListener {

    @Override
    public void loggedOn(long next) {}

    @Override
    public void trade(long number, Trade trade) {}

    @Override
    public void skipped(long number) {}

    @Override
    public void alive() {}

    @Override
    public void ended(String why) {}

    @Override
    public void finished() {}
  }
}
