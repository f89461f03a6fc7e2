package io.thor.cli;

import picocli.CommandLine.Command;

/** {@code thorctl pause}: holds a feature. */
@Command(name = "pause", description = "Holds a feature where it is.")
final class PauseCommand extends FeatureOrder {

  @Override
  boolean isSafe() {
    return true;
  }
}
