package io.thor.cli;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** A command that orders something with a reason, and says what became of it. */
abstract class OrderCommand implements Callable<Integer> {

  @Option(
      names = "--reason",
      required = true,
      paramLabel = "WORDS",
      description = "Why; kept in the audit.")
  private String reason;

  @ParentCommand private Thorctl thorctl;

  @Spec private CommandSpec spec;

  @Override
  public final Integer call() {
    OrderReply reply = send(thorctl.connect(), Json.createObjectBuilder().add("reason", reason));
    if (reply.exitCode() == ExitCode.OK) {
      spec.commandLine().getOut().println(done(reply));
    } else {
      spec.commandLine().getErr().println("thorctl: " + reply.line());
    }
    return reply.exitCode();
  }

  /** Sends the order, whose body has its reason already. */
  abstract OrderReply send(ThorServer server, JsonObjectBuilder body);

  /** What is said of an order that was obeyed. */
  String done(OrderReply reply) {
    return reply.line();
  }

  /** The verb: the name of the command. */
  final String verb() {
    return spec.name();
  }
}
