package io.thor.cutover;

import java.util.Objects;

/**
 * Who orders a change.
 *
 * @param name a user's name, or the part of Thor that acted
 * @param via where the order came from: {@code console}, {@code thorctl}, {@code api}, {@code
 *     parity}, {@code env}
 */
public record Actor(String name, String via) {

  /** The environment, read at a start. */
  public static final Actor ENVIRONMENT = new Actor("env", "env");

  public Actor {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(via, "via");
  }

  /** The words for operators: {@code console (operator1, "two clean sessions")}. */
  String why(String reason) {
    return "%s (%s, \"%s\")".formatted(via, name, reason);
  }
}
