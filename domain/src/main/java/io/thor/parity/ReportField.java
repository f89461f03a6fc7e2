package io.thor.parity;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Set;

/**
 * An object of a report, whose members are checked as they are read.
 *
 * <p>Errors: {@link InvalidReportException}.
 */
record ReportField(JsonObject json) {

  Set<String> names() {
    return json.keySet();
  }

  String text(String field) {
    if (json.get(field) instanceof JsonString text && !text.getString().isEmpty()) {
      return text.getString();
    }
    throw new InvalidReportException(field, json.get(field), "a text");
  }

  /** A whole number from zero; zero where it is missing. */
  long number(String field, long most) {
    JsonValue value = json.get(field);
    if (value == null) {
      return 0;
    }
    if (value instanceof JsonNumber number
        && number.isIntegral()
        && number.bigIntegerValue().signum() >= 0
        && number.bigIntegerValue().bitLength() < Long.SIZE
        && number.longValue() <= most) {
      return number.longValue();
    }
    throw new InvalidReportException(field, value, "a whole number from 0 to " + most);
  }

  ReportField object(String field) {
    return of(field, json.get(field));
  }

  /** The objects of an array; none where it is missing. */
  List<ReportField> array(String field, int most) {
    return list(field, most).stream().map(element -> of(field, element)).toList();
  }

  /** An array; empty where it is missing. */
  JsonArray list(String field, int most) {
    JsonValue value = json.getOrDefault(field, JsonValue.EMPTY_JSON_ARRAY);
    if (value instanceof JsonArray array && array.size() <= most) {
      return array;
    }
    throw new InvalidReportException(field, "not that", "an array of at most " + most);
  }

  private static ReportField of(String field, JsonValue value) {
    if (value instanceof JsonObject object) {
      return new ReportField(object);
    }
    throw new InvalidReportException(field, value, "an object");
  }
}
