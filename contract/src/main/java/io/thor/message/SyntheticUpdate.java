package io.thor.message;

import java.util.Objects;

/**
 * An entry of a log that exists for benchmarks alone: it says when it was committed, so that its
 * reader knows how long it travelled.
 *
 * @param sentNs the wall clock at the commit, in nanoseconds since the epoch of Unix
 * @param padding brings the message to its size
 */
@WireType(value = "synthetic", feature = "intraday")
public record SyntheticUpdate(StreamPosition position, String symbol, long sentNs, String padding)
    implements TopicMessage {

  public static final String TOPIC_PREFIX = "synthetic";

  public SyntheticUpdate {
    Objects.requireNonNull(position, "position");
    Checks.text("symbol", symbol);
    if (sentNs < 0) {
      throw new IllegalArgumentException("sent_ns must not be negative, but is " + sentNs);
    }
    Objects.requireNonNull(padding, "padding");
  }

  @Override
  public Topic topic() {
    return new Topic(TOPIC_PREFIX, symbol);
  }

  @Override
  public Retention retention() {
    return Retention.LOG;
  }
}
