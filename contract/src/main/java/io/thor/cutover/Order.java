package io.thor.cutover;

import java.util.Objects;
import java.util.OptionalLong;

/**
 * A command with who gives it and why.
 *
 * @param ifMatch the revision that the actor has seen
 */
public record Order(Command command, Actor actor, String reason, OptionalLong ifMatch) {

  public Order {
    Objects.requireNonNull(command, "command");
    Objects.requireNonNull(actor, "actor");
    reason = reason.strip();
  }

  String why() {
    return actor.why(reason);
  }
}
