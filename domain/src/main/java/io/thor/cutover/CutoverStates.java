package io.thor.cutover;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The states of all features at one revision, before caps.
 *
 * @param states by feature
 */
record CutoverStates(long revision, Map<String, FeatureState> states) {

  /** Before anything is read. */
  static final CutoverStates NONE = new CutoverStates(0, Map.of());

  CutoverStates {
    states = Map.copyOf(states);
  }

  Optional<FeatureState> of(String feature) {
    return Optional.ofNullable(states.get(feature));
  }

  /** At the next revision, with another state of one feature. */
  CutoverStates then(FeatureState state) {
    Map<String, FeatureState> next = new HashMap<>(states);
    next.put(state.feature(), state);
    return new CutoverStates(revision + 1, next);
  }
}
