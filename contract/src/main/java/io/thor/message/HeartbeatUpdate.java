package io.thor.message;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The sign of life of one server node, with the figures of its jobs and feeds.
 *
 * @param tick ticks of the heartbeat timer since the start
 * @param intervalSeconds between two of these messages
 * @param staleAfterSeconds without one a reader holds the connection for dead
 * @param sessions open WebSocket sessions of this node
 * @param delivery what it has sent them; empty where nothing is sent
 */
@WireType("heartbeat")
public record HeartbeatUpdate(
    Instant timestamp,
    long tick,
    long uptimeSeconds,
    long intervalSeconds,
    long staleAfterSeconds,
    List<Job> jobs,
    List<Feed> feeds,
    int sessions,
    Optional<Delivery> delivery)
    implements Message {

  /**
   * What this node has delivered since the start.
   *
   * @param frames written to sessions
   * @param conflated states that a later one replaced before they were sent
   * @param behindFrames how far the slowest session is behind now
   * @param waitingBytes what waits for single sessions now
   * @param p50Us from a commit to the end of its write, in microseconds, since the last message
   * @param closed sessions that the server closed, by close code
   */
  public record Delivery(
      long frames,
      long conflated,
      long behindFrames,
      long waitingBytes,
      long p50Us,
      long p99Us,
      List<Closed> closed) {

    public Delivery {
      closed = List.copyOf(closed);
    }
  }

  /** How many sessions were closed with one code. */
  public record Closed(int code, long sessions) {}

  /**
   * One job since the start.
   *
   * @param lastRun when it last began; empty before the first run
   * @param overruns turns that were skipped because the one before had not ended
   */
  public record Job(
      String name,
      Optional<Instant> lastRun,
      long lastDurationMs,
      long runs,
      long failures,
      long overruns) {

    public Job {
      lastRun = lastRun.map(HeartbeatUpdate::toMillis);
    }
  }

  /**
   * One market-data feed.
   *
   * @param lastMessage when it last said anything, a trade or a sign of life
   */
  public record Feed(String name, FeedStatus status, Optional<Instant> lastMessage) {

    public Feed {
      lastMessage = lastMessage.map(HeartbeatUpdate::toMillis);
    }
  }

  private static Instant toMillis(Instant moment) {
    return moment.truncatedTo(ChronoUnit.MILLIS);
  }

  public HeartbeatUpdate {
    Objects.requireNonNull(timestamp, "timestamp");
    jobs = List.copyOf(jobs);
    feeds = List.copyOf(feeds);
  }
}
