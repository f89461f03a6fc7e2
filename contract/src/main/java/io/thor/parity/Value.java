package io.thor.parity;

import io.thor.json.JsonSource;
import io.thor.json.JsonText;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A JSON value in the form in which both paths are compared: numbers by value, members without
 * order, missing and null apart.
 *
 * <p>Threads: immutable.
 */
public sealed interface Value extends JsonSource {

  Value NULL = new Null();

  /** Its JSON text. */
  default String json() {
    JsonText json = new JsonText();
    write(json);
    return json.toString();
  }

  /** A string. */
  record Text(String text) implements Value {
    @Override
    public void write(JsonText json) {
      json.text(text);
    }
  }

  /** A number; its scale does not count. */
  record Number(BigDecimal number) implements Value {
    public Number {
      number = number.stripTrailingZeros();
    }

    @Override
    public void write(JsonText json) {
      json.number(number);
    }
  }

  /** True or false. */
  record Flag(boolean flag) implements Value {
    @Override
    public void write(JsonText json) {
      json.bool(flag);
    }
  }

  /** An explicit null, which is not the same as a missing member. */
  record Null() implements Value {
    @Override
    public void write(JsonText json) {
      json.nothing();
    }
  }

  /** An object. */
  record Fields(Map<String, Value> members) implements Value {
    public Fields {
      members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
    }

    @Override
    public void write(JsonText json) {
      json.beginObject();
      members.forEach((name, member) -> member.write(json.name(name)));
      json.endObject();
    }
  }

  /** An array. */
  record Rows(List<Value> rows) implements Value {
    public Rows {
      rows = List.copyOf(rows);
    }

    @Override
    public void write(JsonText json) {
      json.beginArray();
      rows.forEach(row -> row.write(json.element()));
      json.endArray();
    }
  }
}
