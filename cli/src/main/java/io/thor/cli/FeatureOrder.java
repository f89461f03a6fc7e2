package io.thor.cli;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** A command that orders something of one feature; its name is the verb. */
abstract class FeatureOrder implements Callable<Integer> {

  @Parameters(paramLabel = "FEATURE", description = "For example positions.")
  private String feature;

  @Option(
      names = "--reason",
      required = true,
      paramLabel = "WORDS",
      description = "Why; kept in the audit.")
  private String reason;

  @Option(
      names = "--if-match",
      paramLabel = "REVISION",
      description = "The revision you have seen; default: the present one.")
  private Optional<Long> ifMatch = Optional.empty();

  @ParentCommand private Thorctl thorctl;

  @Spec private CommandSpec spec;

  @Override
  public final Integer call() {
    ThorServer server = thorctl.connect();
    String path = "/api/cutover/" + ServerUrl.segment(feature);
    long seen = ifMatch.orElseGet(() -> presentRevision(server, path));
    JsonObjectBuilder body = Json.createObjectBuilder().add("reason", reason);
    complete(body);
    OrderReply reply = server.order(path + "/" + spec.name(), body.build(), Optional.of(seen));
    if (reply.exitCode() == ExitCode.OK) {
      spec.commandLine().getOut().println(reply.line());
    } else {
      spec.commandLine().getErr().println("thorctl: " + reply.line());
    }
    return reply.exitCode();
  }

  /** Adds what this verb says besides its reason. */
  void complete(JsonObjectBuilder body) {}

  private static long presentRevision(ThorServer server, String path) {
    return server.get(path).json().getJsonNumber("revision").longValue();
  }
}
