package io.thor.cli;

import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;

/**
 * One feature in the answer of {@code GET /api/cutover}.
 *
 * @param stage the stage's name, with the percentage behind {@code CANARY} where there is one
 * @param webSocket whether this session renders the feature from WebSocket
 * @param rolledBack whether it is latched after a rollback
 * @param why where the stage comes from, in the server's words
 */
record FeatureStatus(String name, String stage, boolean webSocket, boolean rolledBack, String why) {

  private static final String ROLLED_BACK = "ROLLED_BACK";

  /** Whether its messages are not even sent. */
  boolean off() {
    return stage.equals("OFF");
  }

  /**
   * Reads one member of {@code features}; unknown keys are ignored.
   *
   * @throws IllegalArgumentException when a field is missing or not what it should be
   */
  static FeatureStatus of(String name, JsonValue value) {
    if (!(value instanceof JsonObject feature)) {
      throw new IllegalArgumentException("features." + name + " is not an object");
    }
    String renders = text(name, feature, "renders");
    if (!renders.equals("REST") && !renders.equals("WebSocket")) {
      throw new IllegalArgumentException(
          "features.%s.renders is '%s', not REST or WebSocket".formatted(name, renders));
    }
    return new FeatureStatus(
        Printable.line(name),
        Printable.line(text(name, feature, "stage") + percent(feature)),
        renders.equals("WebSocket"),
        feature.getString("overlay", "").equals(ROLLED_BACK),
        Printable.line(text(name, feature, "why")));
  }

  private static String percent(JsonObject feature) {
    return feature.get("percent") instanceof JsonNumber percent ? " " + percent + "%" : "";
  }

  private static String text(String name, JsonObject feature, String field) {
    String text = feature.getString(field, "");
    if (text.isEmpty()) {
      throw new IllegalArgumentException("features.%s.%s is no text".formatted(name, field));
    }
    return text;
  }
}
