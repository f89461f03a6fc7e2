package io.thor.cli;

import jakarta.json.JsonObject;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code thorctl audit}: who changed what and why, and whether the chain of hashes holds. */
@Command(name = "audit", description = "Lists every change; --verify checks that none was altered.")
final class AuditCommand implements Callable<Integer> {

  @Option(names = "--verify", description = "Only check the chain of hashes.")
  private boolean verify;

  @ParentCommand private Thorctl thorctl;

  @Spec private CommandSpec spec;

  private int entries;
  private Optional<String> broken = Optional.empty();

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    Pages.read(thorctl.connect(), "/api/cutover/audit", page -> take(page, out));
    if (broken.isPresent()) {
      String words = "the audit is broken: " + broken.get();
      spec.commandLine().getErr().println("thorctl: " + Printable.line(words));
      return ExitCode.AUDIT_BROKEN;
    }
    if (verify) {
      out.println(entries + " entries, the chain holds");
    }
    return ExitCode.OK;
  }

  /**
   * The server checks each page against what stands before it, so all pages are the whole chain.
   */
  private boolean take(JsonObject page, PrintWriter out) {
    List<JsonObject> links = page.getJsonArray("entries").getValuesAs(JsonObject.class);
    entries += links.size();
    if (!verify) {
      links.stream().map(link -> line(link.getJsonObject("entry"))).forEach(out::println);
    }
    if (broken.isEmpty() && page.get("broken") instanceof JsonObject found) {
      broken = Optional.of(found.getString("words"));
    }
    return !verify || broken.isEmpty();
  }

  private static String line(JsonObject entry) {
    return Printable.line(
        "%s  %s  %s %s: %s -> %s by %s (%s)"
            .formatted(
                entry.getString("at"),
                entry.get("revision"),
                entry.getString("verb"),
                entry.getString("feature"),
                entry.getString("before"),
                entry.getString("after"),
                entry.getJsonObject("actor").getString("name"),
                entry.getString("reason")));
  }
}
