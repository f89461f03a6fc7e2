package io.thor.parity;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Flattens a value into its leaves under JSON pointers. Rows that have a key field are named by its
 * value instead of their place: {@code /positions/BTC-USD/quantity}. An empty object or array is a
 * leaf itself.
 */
final class Leaves {

  private final String rowKey;
  private final Map<String, Value> found = new TreeMap<>();

  private Leaves(String rowKey) {
    this.rowKey = rowKey;
  }

  static Map<String, Value> of(Value value, String rowKey) {
    Leaves leaves = new Leaves(rowKey);
    leaves.visit("", value);
    return leaves.found;
  }

  private void visit(String path, Value value) {
    if (value instanceof Value.Fields fields && !fields.members().isEmpty()) {
      fields.members().forEach((name, member) -> visit(path + "/" + Pointers.escape(name), member));
    } else if (value instanceof Value.Rows array && !array.rows().isEmpty()) {
      visitRows(path, array.rows());
    } else {
      found.put(path, value);
    }
  }

  /** A row whose key is there already is named by its place too, so that none hides another. */
  private void visitRows(String path, List<Value> rows) {
    for (int i = 0; i < rows.size(); i++) {
      String place = path + "/" + name(rows.get(i), i);
      boolean taken = found.keySet().stream().anyMatch(known -> known.startsWith(place + "/"));
      visit(taken ? place + "#" + i : place, rows.get(i));
    }
  }

  private String name(Value row, int place) {
    if (row instanceof Value.Fields fields
        && fields.members().get(rowKey) instanceof Value.Text key) {
      return Pointers.escape(key.text());
    }
    return Integer.toString(place);
  }
}
