package io.thor.tests.documents;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.JsonValue.ValueType;
import java.util.ArrayList;
import java.util.List;

/** As much of JSON Schema as the descriptions of Thor's interfaces use. */
final class JsonSchema {

  private final JsonObject document;

  /** Schemas whose references point into a document. */
  JsonSchema(JsonObject document) {
    this.document = document;
  }

  /** What of a value is otherwise than a schema says; empty where nothing is. */
  List<String> faults(JsonObject schema, JsonValue value) {
    List<String> faults = new ArrayList<>();
    check("$", schema, value, faults);
    return faults;
  }

  private void check(String at, JsonObject given, JsonValue value, List<String> faults) {
    JsonObject schema = resolved(given);
    if (schema.containsKey("const") && !schema.get("const").equals(value)) {
      faults.add(at + " is not " + schema.get("const"));
    }
    if (schema.containsKey("enum") && !schema.getJsonArray("enum").contains(value)) {
      faults.add(at + " is none of " + schema.get("enum"));
    }
    String type = schema.getString("type", "any");
    if (!isOf(type, value)) {
      faults.add(at + " is no " + type);
    } else if (value instanceof JsonObject object) {
      checkMembers(at, schema, object, faults);
    } else if (value instanceof JsonArray array && schema.containsKey("items")) {
      for (int i = 0; i < array.size(); i++) {
        check(at + "[" + i + "]", schema.getJsonObject("items"), array.get(i), faults);
      }
    }
  }

  private void checkMembers(String at, JsonObject schema, JsonObject value, List<String> faults) {
    JsonObject known =
        schema.getOrDefault("properties", JsonValue.EMPTY_JSON_OBJECT).asJsonObject();
    JsonArray required = schema.getOrDefault("required", JsonValue.EMPTY_JSON_ARRAY).asJsonArray();
    required.getValuesAs(JsonString::getString).stream()
        .filter(name -> !value.containsKey(name))
        .forEach(name -> faults.add(at + "." + name + " is missing"));
    JsonValue others = schema.getOrDefault("additionalProperties", JsonValue.TRUE);
    value.forEach(
        (name, member) -> {
          if (known.containsKey(name)) {
            check(at + "." + name, known.getJsonObject(name), member, faults);
          } else if (others.equals(JsonValue.FALSE)) {
            faults.add(at + "." + name + " is not described");
          } else if (others instanceof JsonObject other) {
            check(at + "." + name, other, member, faults);
          }
        });
  }

  private static boolean isOf(String type, JsonValue value) {
    return switch (type) {
      case "object" -> value instanceof JsonObject;
      case "array" -> value instanceof JsonArray;
      case "string" -> value instanceof JsonString;
      case "number" -> value instanceof JsonNumber;
      case "integer" -> value instanceof JsonNumber number && number.isIntegral();
      case "boolean" ->
          value.getValueType() == ValueType.TRUE || value.getValueType() == ValueType.FALSE;
      case "any" -> true;
      default -> throw new IllegalArgumentException("there is no type " + type);
    };
  }

  private JsonObject resolved(JsonObject schema) {
    return schema.containsKey("$ref")
        ? Json.createPointer(schema.getString("$ref").substring(1))
            .getValue(document)
            .asJsonObject()
        : schema;
  }
}
