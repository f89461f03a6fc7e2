package io.thor.message;

import io.thor.json.JsonSkip;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;

/**
 * Where a state stands on its topic. The envelope carries it, never the {@code data}.
 *
 * @param epoch changes when the numbering restarts
 * @param seq 1 for the first committed state of the epoch, then one more for each
 * @param asOf the moment of the state, cut to milliseconds
 */
@JsonSkip
public record StreamPosition(String epoch, long seq, Instant asOf) {

  public StreamPosition {
    Objects.requireNonNull(epoch, "epoch");
    if (epoch.isBlank()) {
      throw new IllegalArgumentException("epoch must not be blank");
    }
    if (seq < 1) {
      throw new IllegalArgumentException("seq must be at least 1, not " + seq);
    }
    asOf = asOf.truncatedTo(ChronoUnit.MILLIS);
  }
}
