package io.thor.parity;

import io.thor.jsonp.Jsonp;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads JSON as values to be compared. */
public final class JsonValues {

  private JsonValues() {}

  /**
   * Reads a text.
   *
   * <p>Errors: {@link jakarta.json.JsonException} when it is no JSON.
   */
  public static Value parse(String text) {
    return of(Jsonp.read(text));
  }

  /** A parsed value. */
  public static Value of(JsonValue json) {
    return switch (json.getValueType()) {
      case OBJECT -> fields(json.asJsonObject());
      case ARRAY -> rows(json.asJsonArray());
      case STRING -> new Value.Text(((JsonString) json).getString());
      case NUMBER -> new Value.Number(((JsonNumber) json).bigDecimalValue());
      case TRUE -> new Value.Flag(true);
      case FALSE -> new Value.Flag(false);
      case NULL -> Value.NULL;
    };
  }

  private static Value fields(JsonObject object) {
    Map<String, Value> members = new LinkedHashMap<>();
    object.forEach((name, member) -> members.put(name, of(member)));
    return new Value.Fields(members);
  }

  private static Value rows(JsonArray array) {
    return new Value.Rows(array.stream().map(JsonValues::of).toList());
  }
}
