package io.thor.jobs.feed;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.ProtocolException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/** One connection to a venue; everything is done as the job polls, and nothing waits. */
final class TcpFeedConnection implements FeedConnection {

  private static final System.Logger LOG = System.getLogger(TcpFeedConnection.class.getName());
  private static final int MOST_AT_ONCE = 20_000;
  private static final int HEARTBEATS_BEFORE_TEST = 2;

  private final LineChannel channel;
  private final String logon;
  private final Duration heartbeat;
  private final VenueTrades trades;
  private final FeedListener listener;
  private Instant present;
  private Instant heard;
  private Instant said = Instant.MIN;
  private boolean asked;
  private boolean loggedOn;
  private boolean tested;
  private boolean behind;

  TcpFeedConnection(
      LineChannel channel,
      String logon,
      Duration heartbeat,
      VenueTrades trades,
      FeedListener listener,
      Instant now) {
    this.channel = channel;
    this.logon = logon;
    this.heartbeat = heartbeat;
    this.trades = trades;
    this.listener = listener;
    present = now;
    heard = now;
  }

  @Override
  public Instant poll(Instant now) throws IOException {
    if (channel.isConnected()) {
      if (!asked) {
        asked = true;
        say(logon, now);
      }
      read(now);
      keepAlive(now);
      channel.flush();
    }
    present = behind ? present : now;
    return present;
  }

  private void read(Instant now) throws IOException {
    int count = 0;
    Optional<FeedLine> line = channel.next();
    while (line.isPresent() && count < MOST_AT_ONCE) {
      heard = now;
      tested = false;
      take(line.get(), now);
      count++;
      line = count < MOST_AT_ONCE ? channel.next() : line;
    }
    behind = count == MOST_AT_ONCE;
  }

  private void take(FeedLine line, Instant now) throws IOException {
    if (line.text().filter(String::isEmpty).isPresent()) {
      return;
    }
    Optional<VenueMessage> message = line.text().flatMap(VenueMessage::parse);
    if (message.isEmpty()) {
      listener.alive();
      trades.reject(
          line.number(),
          line.text().isEmpty()
              ? "it has more than " + LineAssembler.LONGEST + " bytes; shorten it"
              : "it is no object of JSON; see the protocol");
    } else if (loggedOn) {
      take(line.number(), message.get(), now);
    } else {
      answerOf(message.get());
    }
  }

  private void answerOf(VenueMessage message) throws IOException {
    OptionalLong next = message.number("next");
    if (!message.type().equals("logon") || next.isEmpty()) {
      throw new ProtocolException(
          "the venue did not log on but sent '"
              + message.shown("type")
              + "': "
              + message.shown("reason"));
    }
    loggedOn = true;
    listener.loggedOn(next.getAsLong());
  }

  private void take(long line, VenueMessage message, Instant now) throws IOException {
    switch (message.type()) {
      case "trade" -> trades.trade(line, message);
      case "skip" -> trades.skip(line, message);
      case "heartbeat" -> listener.alive();
      case "test" -> {
        listener.alive();
        say(VenueWords.HEARTBEAT, now);
      }
      case "logout" ->
          throw new ProtocolException("the venue logs out: " + message.shown("reason"));
      default -> {
        listener.alive();
        trades.unknown(line, message);
      }
    }
  }

  private void keepAlive(Instant now) throws IOException {
    if (loggedOn && !tested && !now.isBefore(heard.plus(silence()))) {
      tested = true;
      say(VenueWords.TEST, now);
    } else if (!now.isBefore(said.plus(heartbeat))) {
      say(VenueWords.HEARTBEAT, now);
    }
  }

  private Duration silence() {
    return heartbeat.multipliedBy(HEARTBEATS_BEFORE_TEST);
  }

  private void say(String line, Instant now) throws IOException {
    said = now;
    channel.send(line);
  }

  @Override
  public boolean isBehind() {
    return behind;
  }

  @Override
  public boolean resend(long from, long to) throws IOException {
    channel.send(VenueWords.resend(from, to));
    return true;
  }

  @Override
  public void close() {
    behind = false;
    try (channel) {
      if (loggedOn) {
        channel.send(VenueWords.LOGOUT);
      }
    } catch (IOException e) {
      LOG.log(Level.DEBUG, "the venue could not be told the end of the connection", e);
    }
  }
}
