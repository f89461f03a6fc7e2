package io.thor.parity;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Compares the data of one topic, leaf by leaf. */
record Comparison(ComparisonRules rules, String topicPrefix, Instant now) {

  /** Where two states differ, in the order of the paths. */
  List<Difference> differences(Value stream, Value rest) {
    Map<String, Value> pushed = Leaves.of(stream, rules.rowKey());
    Map<String, Value> answered = Leaves.of(rest, rules.rowKey());
    TreeSet<String> paths = new TreeSet<>(pushed.keySet());
    paths.addAll(answered.keySet());
    List<Difference> differences = new ArrayList<>();
    for (String path : paths) {
      Optional<Value> one = Optional.ofNullable(pushed.get(path));
      Optional<Value> other = Optional.ofNullable(answered.get(path));
      if (!rules.isIgnored(topicPrefix, path, now) && !areEqual(path, one, other)) {
        differences.add(new Difference(path, one, other, isCritical(path, one, other)));
      }
    }
    return differences;
  }

  /** Whether an answer has at every place what some state has there, though none has it all. */
  boolean isTorn(Collection<Value> states, Value rest) {
    if (states.stream().anyMatch(state -> differences(state, rest).isEmpty())) {
      return false;
    }
    Map<String, Value> answered = Leaves.of(rest, rules.rowKey());
    List<Map<String, Value>> known =
        states.stream().map(state -> Leaves.of(state, rules.rowKey())).toList();
    TreeSet<String> paths = new TreeSet<>(answered.keySet());
    known.forEach(state -> paths.addAll(state.keySet()));
    return paths.stream()
        .filter(path -> !rules.isIgnored(topicPrefix, path, now))
        .allMatch(path -> known.stream().anyMatch(state -> agree(path, state, answered)));
  }

  private boolean agree(String path, Map<String, Value> state, Map<String, Value> answered) {
    return areEqual(
        path, Optional.ofNullable(state.get(path)), Optional.ofNullable(answered.get(path)));
  }

  private boolean areEqual(String path, Optional<Value> one, Optional<Value> other) {
    return one.isPresent() && other.isPresent()
        ? rules.areEqual(path, one.get(), other.get())
        : one.isEmpty() && other.isEmpty();
  }

  /** A whole list that is there on one path only is as critical as its rows. */
  private boolean isCritical(String path, Optional<Value> one, Optional<Value> other) {
    boolean list =
        one.or(() -> other)
            .filter(value -> value instanceof Value.Rows || value instanceof Value.Fields)
            .isPresent();
    return list || rules.isCritical(path);
  }
}
