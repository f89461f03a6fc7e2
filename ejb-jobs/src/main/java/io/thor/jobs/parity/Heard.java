package io.thor.jobs.parity;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What reaches the probe, in the order in which it came. */
sealed interface Heard {

  /** When it came. */
  Instant at();

  /** A whole text frame. */
  record Frame(String text, Instant at) implements Heard {}

  /** The connection is gone. */
  record Closed(String words, Instant at) implements Heard {}

  /**
   * REST has answered a topic.
   *
   * @param position of a state route; empty where the body has it
   */
  record Answer(
      Route route,
      int status,
      Optional<RestPosition> position,
      String body,
      Duration took,
      Instant at)
      implements Heard {}

  /** REST has not answered a topic. */
  record Silence(Route route, String words, Instant at) implements Heard {}

  /** Whether the server says that it is ready. */
  record Health(boolean ready, Instant at) implements Heard {}

  /** Where a state stands, as headers say. */
  record RestPosition(String epoch, long seq, Instant asOf) {}
}
