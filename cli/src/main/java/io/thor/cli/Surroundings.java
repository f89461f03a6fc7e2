package io.thor.cli;

import java.io.Console;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What a command finds around it: environment variables, where somebody sits at a terminal a way to
 * ask for a password, and time.
 *
 * @param environment variables by name
 * @param passwordPrompt answers the question with what was typed, unseen; empty where nobody can
 *     answer or nothing was typed
 * @param waiting waits so long; {@code false} when nobody wants to wait any more
 */
record Surroundings(
    Map<String, String> environment,
    Function<String, Optional<String>> passwordPrompt,
    Predicate<Duration> waiting) {

  Surroundings {
    environment = Map.copyOf(environment);
  }

  static Surroundings ofThisProcess() {
    return new Surroundings(System.getenv(), Surroundings::askAtTerminal, Surroundings::sleep);
  }

  /** The option when it was given, else the variable when it is set and not empty. */
  Optional<String> choose(Optional<String> option, String variable) {
    return option.or(
        () -> Optional.ofNullable(environment.get(variable)).filter(value -> !value.isEmpty()));
  }

  /** Waits; {@code false} when the command is to end instead. */
  boolean pause(Duration time) {
    return waiting.test(time);
  }

  private static boolean sleep(Duration time) {
    try {
      Thread.sleep(time.toMillis());
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static Optional<String> askAtTerminal(String question) {
    Console console = System.console();
    if (console == null) {
      return Optional.empty();
    }
    char[] typed = console.readPassword("%s", question);
    return Optional.ofNullable(typed).map(String::new).filter(value -> !value.isEmpty());
  }
}
