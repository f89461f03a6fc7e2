package io.thor.rest;

import io.thor.identity.Role;
import io.thor.jsonp.Jsonp;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The JSON object of a request; what cannot be used is a {@link Problem} that names it. */
public final class JsonBody {

  private final JsonObject object;

  private JsonBody(JsonObject object) {
    this.object = object;
  }

  /**
   * Reads it. A number so long that no parser takes it is an error like any other.
   *
   * @param example shown to whoever sends something else
   */
  public static JsonBody of(String body, String example) {
    try {
      return new JsonBody(Jsonp.readObject(body));
    } catch (JsonException | NumberFormatException | UnsupportedOperationException e) {
      throw Problem.missing("a JSON object that can be read", "send " + example);
    }
  }

  /** The whole of it. */
  public JsonObject object() {
    return object;
  }

  /** A text that has to be there; its value is never repeated. */
  public String text(String field) {
    return optionalText(field)
        .orElseThrow(() -> Problem.missing(field, "give it as a text that is not empty"));
  }

  /** A text that may be missing. */
  public Optional<String> optionalText(String field) {
    if (!object.containsKey(field)) {
      return Optional.empty();
    }
    if (object.get(field) instanceof JsonString text && isUsable(text.getString())) {
      return Optional.of(text.getString());
    }
    throw Problem.missing(field, "give it as a text that is not empty");
  }

  /** An exact number that has to be there. */
  public BigDecimal number(String field) {
    return optionalNumber(field).orElseThrow(() -> Problem.missing(field, "give it as a number"));
  }

  /** An exact number, which may be missing. */
  public Optional<BigDecimal> optionalNumber(String field) {
    return Optional.ofNullable(object.get(field)).map(value -> number(field, value));
  }

  /** One of the constants of an enumeration, which has to be there. */
  public <E extends Enum<E>> E constant(String field, Class<E> type) {
    return Parameters.constant(field, text(field), type);
  }

  /** {@code true} or {@code false}, which may be missing. */
  public Optional<Boolean> optionalFlag(String field) {
    return Optional.ofNullable(object.get(field)).map(value -> flag(field, value));
  }

  /** Roles, which may be missing. */
  public Optional<Set<Role>> optionalRoles(String field) {
    return Optional.ofNullable(object.get(field)).map(value -> roles(field, value));
  }

  /** PostgreSQL takes no text with a character of code 0. */
  private static boolean isUsable(String text) {
    return !text.isEmpty() && text.indexOf('\0') < 0;
  }

  private static BigDecimal number(String field, JsonValue value) {
    if (value instanceof JsonNumber number) {
      return number.bigDecimalValue();
    }
    throw Problem.badRequest(field, value.toString(), "a number, without quotation marks");
  }

  private static boolean flag(String field, JsonValue value) {
    return switch (value.getValueType()) {
      case TRUE -> true;
      case FALSE -> false;
      default -> throw Problem.badRequest(field, value.toString(), "true or false");
    };
  }

  private static Set<Role> roles(String field, JsonValue value) {
    if (value instanceof JsonArray labels
        && labels.stream().allMatch(JsonString.class::isInstance)) {
      return labels.getValuesAs(JsonString.class).stream()
          .map(label -> Role.of(label.getString()))
          .collect(Collectors.toUnmodifiableSet());
    }
    throw Problem.badRequest(field, value.toString(), "an array of role names");
  }
}
