package io.thor.intraday;

import java.util.Objects;

/**
 * The state of a bar.
 *
 * @param isFinal whether its minute has ended; it may still come again with a higher revision
 */
public record BarUpdate(Bar bar, boolean isFinal) {

  public BarUpdate {
    Objects.requireNonNull(bar, "bar");
  }
}
