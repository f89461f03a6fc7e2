package io.thor.cutover;

import java.time.Instant;
import java.util.Objects;

/**
 * Something that an operator has to know at once; fired as a CDI event.
 *
 * @param kind stable, for programs: {@code rollback}, {@code pause}, {@code fault}
 * @param message in words, without account numbers
 */
public record OperatorAlert(String kind, String feature, String message, Instant at) {

  public OperatorAlert {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(feature, "feature");
    Objects.requireNonNull(message, "message");
    Objects.requireNonNull(at, "at");
  }
}
