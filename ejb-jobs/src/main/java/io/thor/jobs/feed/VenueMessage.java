package io.thor.jobs.feed;

import io.thor.jsonp.Jsonp;
import io.thor.protection.JsonDepth;
import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/** One message of a venue: an object of JSON whose members are read as far as they are there. */
record VenueMessage(JsonObject json) {

  private static final int LONGEST_SHOWN = 200;

  /** Reads a line; empty where it is no object of JSON, or one of great depth. */
  static Optional<VenueMessage> parse(String line) {
    if (JsonDepth.of(line) > JsonDepth.DEEPEST) {
      return Optional.empty();
    }
    try {
      return Optional.of(new VenueMessage(Jsonp.readObject(line)));
    } catch (JsonException | NumberFormatException | UnsupportedOperationException e) {
      return Optional.empty();
    }
  }

  String type() {
    return text("type");
  }

  /** A text or a number as it stands; blank where there is neither. */
  String text(String name) {
    return text(json.get(name));
  }

  private static String text(JsonValue value) {
    if (value instanceof JsonString string) {
      return string.getString();
    }
    return value instanceof JsonNumber number ? number.toString() : "";
  }

  /** A whole number above zero. */
  OptionalLong number(String name) {
    try {
      return json.get(name) instanceof JsonNumber number && number.longValueExact() > 0
          ? OptionalLong.of(number.longValueExact())
          : OptionalLong.empty();
    } catch (ArithmeticException e) {
      return OptionalLong.empty();
    }
  }

  /** What a trade consists of, in the order of a trade file's columns. */
  List<String> tradeFields() {
    return List.of(
        text("time"),
        text("symbol"),
        text("price"),
        text("quantity"),
        text("trade_id"),
        conditions());
  }

  private String conditions() {
    JsonValue value = json.getOrDefault("conditions", JsonValue.NULL);
    return value.getValueType() == JsonValue.ValueType.ARRAY
        ? value.asJsonArray().stream().map(VenueMessage::text).collect(Collectors.joining(" "))
        : text(value);
  }

  /** A text for the log: cut, and without control characters. */
  String shown(String name) {
    String text = text(name).replaceAll("\\p{Cntrl}", "?");
    return text.substring(0, Math.min(text.length(), LONGEST_SHOWN));
  }
}
