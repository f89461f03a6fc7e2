package io.thor.cutover;

import static java.util.stream.Collectors.joining;

import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What holds for a feature when several nodes say what is in force with them: the lowest.
 *
 * @param lowest the stage for all
 * @param alarm in words, where the nodes disagree
 */
public record Agreement(FeatureStage lowest, Optional<String> alarm) {

  /**
   * Compares what nodes say.
   *
   * <p>Errors: {@link IllegalArgumentException} when no node says anything.
   *
   * @param byNode at least one
   */
  public static Agreement of(Map<String, FeatureStage> byNode) {
    FeatureStage lowest =
        byNode.values().stream()
            .min(Comparator.comparing(FeatureStage::stage).thenComparing(Agreement::reach))
            .orElseThrow(() -> new IllegalArgumentException("byNode is empty; name one node"));
    boolean agreed = byNode.values().stream().allMatch(said -> isSame(lowest, said));
    return new Agreement(lowest, agreed ? Optional.empty() : Optional.of(words(lowest, byNode)));
  }

  private static boolean isSame(FeatureStage one, FeatureStage other) {
    return one.stage() == other.stage() && one.canary().equals(other.canary());
  }

  /** Nobody first, then named accounts, then percentages. */
  private static int reach(FeatureStage said) {
    if (said.canary() instanceof Canary.Accounts) {
      return 1;
    }
    return said.percent().map(percent -> percent + 1).orElse(0);
  }

  private static String words(FeatureStage lowest, Map<String, FeatureStage> byNode) {
    return "nodes disagree about %s: %s; %s holds until they have the same settings"
        .formatted(
            lowest.feature(),
            new TreeMap<>(byNode)
                .entrySet().stream()
                    .map(said -> said.getKey() + " says " + said.getValue().stage())
                    .collect(joining(", ")),
            lowest.stage());
  }
}
