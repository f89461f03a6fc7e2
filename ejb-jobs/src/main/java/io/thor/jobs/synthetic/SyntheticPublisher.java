package io.thor.jobs.synthetic;

import io.thor.message.Message;
import io.thor.synthetic.SyntheticSettings;
import java.lang.System.Logger.Level;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * Publishes at its rate until it is stopped; above 1,000 a second in groups, one each millisecond.
 *
 * <p>Threads: one runs it, any may change or stop it.
 */
final class SyntheticPublisher implements Runnable, SyntheticFeedMXBean {

  private static final System.Logger LOG = System.getLogger(SyntheticPublisher.class.getName());
  private static final long SHORTEST_WAIT = TimeUnit.MILLISECONDS.toNanos(1);
  private static final long LONGEST_WAIT = TimeUnit.MILLISECONDS.toNanos(100);
  private static final int MOST_SINGLY = 1000;

  private final SyntheticLog log;
  private final Consumer<Message> listener;
  private final Runnable pulse;
  private volatile Pacer pacer;
  private volatile boolean stopped;
  private volatile long published;

  /**
   * Makes a publisher that has not begun.
   *
   * @param pulse run at every turn, also when nothing is due
   */
  SyntheticPublisher(SyntheticLog log, int rate, Consumer<Message> listener, Runnable pulse) {
    this.log = log;
    this.listener = listener;
    this.pulse = pulse;
    this.pacer = new Pacer(rate, System.nanoTime());
  }

  @Override
  public void run() {
    try {
      while (!stopped) {
        publishWith(pacer);
      }
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, "the synthetic feed has ended; restart the server", e);
    }
  }

  private void publishWith(Pacer current) {
    long done = 0;
    while (!stopped && pacer == current) {
      pulse.run();
      long due = current.due(System.nanoTime());
      while (done < due && !stopped) {
        listener.accept(log.next());
        done++;
        publishedOneMore();
      }
      LockSupport.parkNanos(pause(current.nanosUntilNext(done, System.nanoTime()), current));
    }
  }

  private static long pause(long untilNext, Pacer current) {
    long shortest = current.ratePerSecond() > MOST_SINGLY ? SHORTEST_WAIT : 1;
    return Math.max(shortest, Math.min(LONGEST_WAIT, untilNext));
  }

  private void publishedOneMore() {
    // One thread writes, so nothing is lost between the read and the write.
    published = published + 1;
  }

  void stop() {
    stopped = true;
  }

  @Override
  public int getRatePerSecond() {
    return pacer.ratePerSecond();
  }

  @Override
  public void setRatePerSecond(int ratePerSecond) {
    if (ratePerSecond < 0 || ratePerSecond > SyntheticSettings.MOST_PER_SECOND) {
      throw new IllegalArgumentException(
          "RatePerSecond is %d; set it from 0 to %d"
              .formatted(ratePerSecond, SyntheticSettings.MOST_PER_SECOND));
    }
    pacer = new Pacer(ratePerSecond, System.nanoTime());
  }

  @Override
  public long getPublished() {
    return published;
  }
}
