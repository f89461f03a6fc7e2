package io.thor.cli;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code thorctl advance}: one step forward, past its gate. */
@Command(name = "advance", description = "Moves a feature one step forward, past its gate.")
final class AdvanceCommand extends FeatureOrder {

  @Option(
      names = "--to",
      paramLabel = "STAGE",
      description = "SHADOW, CANARY, LIVE or COMPLETE; default: the next step.")
  private Optional<String> to = Optional.empty();

  @Option(names = "--percent", paramLabel = "N", description = "Of a canary: 1, 5, 25 or 50.")
  private Optional<Integer> percent = Optional.empty();

  @Option(
      names = "--accounts",
      split = ",",
      paramLabel = "ID",
      description = "A canary of named accounts instead of a percentage.")
  private List<String> accounts = List.of();

  @Override
  void complete(JsonObjectBuilder body) {
    to.ifPresent(stage -> body.add("to", stage));
    percent.ifPresent(share -> body.add("percent", share));
    if (!accounts.isEmpty()) {
      body.add("accounts", Json.createArrayBuilder(accounts));
    }
  }
}
