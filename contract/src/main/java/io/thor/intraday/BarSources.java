package io.thor.intraday;

import java.time.Instant;
import java.util.Objects;

/**
 * Which trades a bar holds: the ones that gave open and close, and the sequences of all. Whoever
 * stores bars stores this beside them, so that a restart can still place late trades and knows
 * duplicates.
 *
 * @param firstTime of the trade that gave the open
 * @param lastTime of the trade that gave the close
 */
public record BarSources(
    Instant firstTime,
    long firstSequence,
    Instant lastTime,
    long lastSequence,
    SequenceSet sequences) {

  public BarSources {
    Objects.requireNonNull(firstTime, "firstTime");
    Objects.requireNonNull(lastTime, "lastTime");
    Require.that(
        sequences.contains(firstSequence) && sequences.contains(lastSequence),
        () ->
            "sequences "
                + sequences
                + " must contain the first, "
                + firstSequence
                + ", and the last, "
                + lastSequence
                + "; store and load them together");
  }
}
