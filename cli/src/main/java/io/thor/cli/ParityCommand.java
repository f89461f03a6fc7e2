package io.thor.cli;

import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code thorctl parity}: what comparing both paths has found. */
@Command(
    name = "parity",
    description = "Shows what comparing both paths has found since the present step began.")
final class ParityCommand implements Callable<Integer> {

  private static final String PATH = "/api/cutover";

  @Option(names = "--feature", paramLabel = "FEATURE", description = "Default: all of them.")
  private Optional<String> feature = Optional.empty();

  @Option(
      names = "--findings",
      paramLabel = "N",
      defaultValue = "5",
      description = "How many findings to show of each feature; default: ${DEFAULT-VALUE}.")
  private int findings;

  @Option(names = "--json", description = "Print the server's answers as they came, one a line.")
  private boolean json;

  @ParentCommand private Thorctl thorctl;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    ThorServer server = thorctl.connect();
    List<String> features =
        feature
            .map(List::of)
            .orElseGet(
                () -> List.copyOf(server.get(PATH).json().getJsonObject("features").keySet()));
    PrintWriter out = spec.commandLine().getOut();
    for (String name : features) {
      JsonAnswer evidence = server.get(PATH + "/" + ServerUrl.segment(name) + "/evidence");
      if (json) {
        out.println(Printable.line(evidence.text()));
      } else {
        show(evidence.json()).forEach(line -> out.println(Printable.line(line)));
      }
    }
    return ExitCode.OK;
  }

  private List<String> show(JsonObject evidence) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "%s since %s; probe: %s"
            .formatted(
                text(evidence, "feature"), text(evidence, "since"), text(evidence, "probe")));
    objects(evidence, "sources").forEach(source -> lines.add(source(source)));
    objects(evidence, "totals").forEach(total -> lines.add(total(total)));
    objects(evidence, "samples").stream().limit(findings).forEach(found -> lines.add(found(found)));
    return lines;
  }

  private static String source(JsonObject source) {
    return "  %-8s %s distinct, %s of %s self-tests seen"
        .formatted(
            text(source, "source"),
            count(source, "distinct"),
            count(source, "self_tests_seen"),
            count(source, "self_tests_made"));
  }

  private static String total(JsonObject total) {
    return "  %-8s %-9s %-24s %s"
        .formatted(
            text(total, "source"), text(total, "group"), verdict(total), count(total, "count"));
  }

  private static String found(JsonObject found) {
    return "    %s %s %s at %s/%s: %s"
        .formatted(
            text(found, "found"),
            verdict(found),
            text(found, "topic"),
            text(found, "epoch"),
            count(found, "seq"),
            text(found, "words"));
  }

  private static String verdict(JsonObject from) {
    return (text(from, "verdict") + " " + text(from, "result")).strip();
  }

  private static List<JsonObject> objects(JsonObject from, String name) {
    return from.containsKey(name)
        ? from.getJsonArray(name).getValuesAs(JsonObject.class)
        : List.of();
  }

  private static String text(JsonObject from, String name) {
    return from.getString(name, "");
  }

  private static String count(JsonObject from, String name) {
    return from.get(name) instanceof JsonNumber number ? number.toString() : "0";
  }
}
