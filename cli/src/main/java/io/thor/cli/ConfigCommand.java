package io.thor.cli;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code thorctl config}: what every key is, and where its value comes from. */
@Command(
    name = "config",
    description = "Shows the configuration in force, with its sources; needs the role operator.")
final class ConfigCommand implements Callable<Integer> {

  private static final String DEFAULT = "default";

  @ParentCommand private Thorctl thorctl;

  @Spec private CommandSpec spec;

  @Parameters(
      arity = "0..1",
      paramLabel = "TEXT",
      description = "Only keys that contain this, such as push.")
  private Optional<String> text = Optional.empty();

  @Option(names = "--set", description = "Only what somebody has set.")
  private boolean set;

  @Override
  public Integer call() {
    List<JsonObject> shown =
        thorctl
            .connect()
            .get("/api/config")
            .json()
            .getJsonArray("settings")
            .getValuesAs(JsonObject.class)
            .stream()
            .filter(this::isWanted)
            .toList();
    int widest = shown.stream().mapToInt(row -> row.getString("key").length()).max().orElse(1);
    shown.stream().map(row -> line(row, widest)).forEach(spec.commandLine().getOut()::println);
    return ExitCode.OK;
  }

  private boolean isWanted(JsonObject row) {
    String part = text.orElse("").toLowerCase(Locale.ROOT);
    return row.getString("key").contains(part) && !(set && DEFAULT.equals(row.getString("source")));
  }

  private static String line(JsonObject row, int widest) {
    String key = row.getString("key");
    return Printable.line(
        "%s%s  %s  (%s)"
            .formatted(
                key,
                " ".repeat(widest - key.length()),
                row.getString("value"),
                row.getString("source")));
  }
}
