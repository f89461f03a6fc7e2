package io.thor.parity;

import io.thor.json.JsonSource;
import io.thor.json.JsonText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The way from one value to another as a JSON Patch, RFC 6902, to be shown to people.
 *
 * @param operations in the order in which they are applied
 */
public record JsonPatch(List<Operation> operations) implements JsonSource {

  /**
   * One operation.
   *
   * @param op {@code add}, {@code remove} or {@code replace}
   * @param path a JSON pointer
   * @param value what is added or put in place
   */
  public record Operation(String op, String path, Optional<Value> value) {}

  public JsonPatch {
    operations = List.copyOf(operations);
  }

  /** The patch that makes the second value of the first. */
  public static JsonPatch between(Value before, Value after) {
    List<Operation> operations = new ArrayList<>();
    visit("", before, after, operations);
    return new JsonPatch(operations);
  }

  /** The JSON text of the patch. */
  public String json() {
    JsonText json = new JsonText();
    write(json);
    return json.toString();
  }

  @Override
  public void write(JsonText json) {
    json.beginArray();
    for (Operation operation : operations) {
      json.element().beginObject();
      json.name("op").text(operation.op()).name("path").text(operation.path());
      operation.value().ifPresent(value -> value.write(json.name("value")));
      json.endObject();
    }
    json.endArray();
  }

  private static void visit(String path, Value before, Value after, List<Operation> found) {
    if (before.equals(after)) {
      return;
    }
    if (before instanceof Value.Fields from && after instanceof Value.Fields to) {
      members(path, from.members(), to.members(), found);
    } else if (before instanceof Value.Rows from && after instanceof Value.Rows to) {
      rows(path, from.rows(), to.rows(), found);
    } else {
      found.add(new Operation("replace", path, Optional.of(after)));
    }
  }

  private static void members(
      String path, Map<String, Value> before, Map<String, Value> after, List<Operation> found) {
    before.forEach(
        (name, value) -> {
          String member = path + "/" + Pointers.escape(name);
          if (after.containsKey(name)) {
            visit(member, value, after.get(name), found);
          } else {
            found.add(new Operation("remove", member, Optional.empty()));
          }
        });
    after.forEach(
        (name, value) -> {
          if (!before.containsKey(name)) {
            String member = path + "/" + Pointers.escape(name);
            found.add(new Operation("add", member, Optional.of(value)));
          }
        });
  }

  /** Removes from the end, so that no place moves under the operations that follow. */
  private static void rows(
      String path, List<Value> before, List<Value> after, List<Operation> found) {
    int common = Math.min(before.size(), after.size());
    for (int i = 0; i < common; i++) {
      visit(path + "/" + i, before.get(i), after.get(i), found);
    }
    for (int i = before.size() - 1; i >= common; i--) {
      found.add(new Operation("remove", path + "/" + i, Optional.empty()));
    }
    for (int i = common; i < after.size(); i++) {
      found.add(new Operation("add", path + "/" + i, Optional.of(after.get(i))));
    }
  }
}
