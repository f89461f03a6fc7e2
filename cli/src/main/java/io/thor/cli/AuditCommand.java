package io.thor.cli;

import jakarta.json.JsonObject;
import java.io.PrintWriter;
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

  @Override
  public Integer call() {
    JsonObject audit = thorctl.connect().get("/api/cutover/audit").json();
    PrintWriter out = spec.commandLine().getOut();
    if (!verify) {
      audit.getJsonArray("entries").getValuesAs(JsonObject.class).stream()
          .map(link -> line(link.getJsonObject("entry")))
          .forEach(out::println);
    }
    if (audit.get("broken") instanceof JsonObject broken) {
      String words = "the audit is broken: " + broken.getString("words");
      spec.commandLine().getErr().println("thorctl: " + Printable.line(words));
      return ExitCode.AUDIT_BROKEN;
    }
    if (verify) {
      out.println(audit.getJsonArray("entries").size() + " entries, the chain holds");
    }
    return ExitCode.OK;
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
