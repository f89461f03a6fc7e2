package io.thor.cli;

import jakarta.json.JsonObjectBuilder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code thorctl rollback}: down, at once. */
@Command(name = "rollback", description = "Takes a feature back at once and latches it there.")
final class RollbackCommand extends FeatureOrder {

  @Option(
      names = "--to",
      paramLabel = "STAGE",
      defaultValue = "SHADOW",
      description = "OFF, SHADOW or LIVE; default: ${DEFAULT-VALUE}.")
  private String to;

  @Override
  void complete(JsonObjectBuilder body) {
    body.add("to", to);
  }

  @Override
  boolean isSafe() {
    return true;
  }
}
