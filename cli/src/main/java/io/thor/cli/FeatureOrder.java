package io.thor.cli;

import jakarta.json.JsonObjectBuilder;
import java.util.Optional;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A command that orders something of one feature. */
abstract class FeatureOrder extends OrderCommand {

  @Parameters(paramLabel = "FEATURE", description = "For example positions.")
  private String feature;

  @Option(
      names = "--if-match",
      paramLabel = "REVISION",
      description = "The revision you have seen; default: the present one.")
  private Optional<Long> ifMatch = Optional.empty();

  @Override
  final OrderReply send(ThorServer server, JsonObjectBuilder body) {
    String path = "/api/cutover/" + ServerUrl.segment(feature);
    complete(body);
    Optional<Long> seen =
        isSafe() ? ifMatch : ifMatch.or(() -> Optional.of(presentRevision(server, path)));
    return server.order(path + "/" + verb(), body.build(), seen);
  }

  /** Adds what this verb says besides its reason. */
  void complete(JsonObjectBuilder body) {}

  /** Whether it cannot raise a stage: it needs no revision, and nobody waits for one. */
  boolean isSafe() {
    return false;
  }

  private static long presentRevision(ThorServer server, String path) {
    return server.get(path).json().getJsonNumber("revision").longValue();
  }
}
