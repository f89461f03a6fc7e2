package io.thor.cli;

import jakarta.json.JsonObject;
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
    String unstored =
        reply.json().getJsonArray("features").getValuesAs(JsonObject.class).stream()
            .map(OrderReply::unstored)
            .filter(words -> !words.isEmpty())
            .findFirst()
            .orElse("");
    return "every feature is OFF" + unstored;
  }
}
