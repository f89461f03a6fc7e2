package io.thor.parity;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Proves that the comparator still sees: it corrupts one leaf of a copy and looks whether the
 * comparison finds it.
 *
 * <p>Threads: immutable.
 */
public record SelfTest(ComparisonRules rules, String topicPrefix) {

  /** One in so many comparisons is tested. */
  public static final int ONE_IN = 1000;

  private static final BigDecimal CENT = new BigDecimal("0.01");

  /** Whether a comparison is to be tested, counted from 1. */
  public static boolean isDue(long comparison) {
    return comparison % ONE_IN == 0;
  }

  /**
   * Whether the comparator sees a corrupted copy.
   *
   * @param choice picks the leaf: any number, for example the count of comparisons
   */
  public boolean sees(Value state, long choice, Instant now) {
    Value corrupted = corrupted(state, choice, now);
    return !new Comparison(rules, topicPrefix, now).differences(state, corrupted).isEmpty();
  }

  /**
   * A copy in which one compared leaf is another: a number by a cent, a text by a letter. A state
   * without such a leaf becomes null.
   */
  public Value corrupted(Value state, long choice, Instant now) {
    List<String> paths = new ArrayList<>();
    collect("", state, now, paths);
    if (paths.isEmpty()) {
      return Value.NULL;
    }
    return replaced("", state, paths.get((int) Math.floorMod(choice, (long) paths.size())));
  }

  private void collect(String path, Value value, Instant now, List<String> paths) {
    if (value instanceof Value.Fields fields) {
      fields.members().forEach((name, member) -> collect(below(path, name), member, now, paths));
    } else if (value instanceof Value.Rows array) {
      for (int i = 0; i < array.rows().size(); i++) {
        collect(below(path, Integer.toString(i)), array.rows().get(i), now, paths);
      }
    } else if (!rules.isIgnored(topicPrefix, path, now)) {
      paths.add(path);
    }
  }

  private static Value replaced(String path, Value value, String target) {
    if (path.equals(target)) {
      return another(value);
    }
    if (value instanceof Value.Fields fields) {
      Map<String, Value> members = new LinkedHashMap<>();
      fields
          .members()
          .forEach(
              (name, member) -> members.put(name, replaced(below(path, name), member, target)));
      return new Value.Fields(members);
    }
    if (value instanceof Value.Rows array) {
      List<Value> rows = new ArrayList<>();
      for (int i = 0; i < array.rows().size(); i++) {
        rows.add(replaced(below(path, Integer.toString(i)), array.rows().get(i), target));
      }
      return new Value.Rows(rows);
    }
    return value;
  }

  private static String below(String path, String name) {
    return path + "/" + Pointers.escape(name);
  }

  private static Value another(Value value) {
    if (value instanceof Value.Number number) {
      return new Value.Number(number.number().add(CENT));
    }
    if (value instanceof Value.Text text) {
      return new Value.Text(text.text() + "x");
    }
    return value instanceof Value.Flag flag
        ? new Value.Flag(!flag.flag())
        : new Value.Text("was null");
  }
}
