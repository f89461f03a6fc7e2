package io.thor.cli;

import java.io.Console;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a command finds around it: environment variables and, where somebody sits at a terminal, a
 * way to ask for a password.
 *
 * @param environment variables by name
 * @param passwordPrompt answers the question with what was typed, unseen; empty where nobody can
 *     answer or nothing was typed
 */
record Surroundings(
    Map<String, String> environment, Function<String, Optional<String>> passwordPrompt) {

  Surroundings {
    environment = Map.copyOf(environment);
  }

  static Surroundings ofThisProcess() {
    return new Surroundings(System.getenv(), Surroundings::askAtTerminal);
  }

  /** The option when it was given, else the variable when it is set and not empty. */
  Optional<String> choose(Optional<String> option, String variable) {
    return option.or(
        () -> Optional.ofNullable(environment.get(variable)).filter(value -> !value.isEmpty()));
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
