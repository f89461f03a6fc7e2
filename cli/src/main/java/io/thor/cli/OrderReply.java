package io.thor.cli;

import jakarta.json.JsonObject;

/**
 * What the server says to an order.
 *
 * @param status 200 done, 202 waits for a second person, else refused
 */
record OrderReply(int status, JsonObject json) {

  private static final int WAITS = 202;
  private static final String GATE_HOLDS = "GATE_HOLDS";

  int exitCode() {
    if (status == 200) {
      return ExitCode.OK;
    }
    boolean held = status == WAITS || json.getString("title", "").equals(GATE_HOLDS);
    return held ? ExitCode.HELD : ExitCode.ORDER_REFUSED;
  }

  /** What to add where this node alone knows of the order. */
  static String unstored(JsonObject feature) {
    return feature.getBoolean("stored", true)
        ? ""
        : "; not stored yet, the database is down: other nodes do not know of it";
  }

  /** The answer in one line. */
  String line() {
    if (status == 200 || status == WAITS) {
      return Printable.line(
          "%s is %s at revision %s%s"
              .formatted(
                  json.getString("feature", ""),
                  json.getString("stage", ""),
                  json.get("revision"),
                  status == WAITS ? "; a second operator must approve" : unstored(json)));
    }
    return Printable.line(json.getString("detail", "refused with status " + status));
  }
}
