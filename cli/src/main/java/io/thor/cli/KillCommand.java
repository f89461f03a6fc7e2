package io.thor.cli;

import jakarta.json.JsonObjectBuilder;
import java.util.Optional;
import picocli.CommandLine.Command;

/** {@code thorctl kill}: every feature off. */
@Command(name = "kill", description = "Sets every feature to OFF at once.")
final class KillCommand extends OrderCommand {

  @Override
  OrderReply send(ThorServer server, JsonObjectBuilder body) {
    return server.order("/api/cutover/kill", body.build(), Optional.empty());
  }

  @Override
  String done(OrderReply reply) {
    return "every feature is OFF";
  }
}
