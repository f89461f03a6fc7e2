package io.thor.jobs.parity;

import io.thor.cutover.RenderPath;
import io.thor.parity.ComparisonRules;
import io.thor.parity.EvidenceBatch;
import io.thor.parity.EvidenceStore;
import io.thor.parity.ParityCounters;
import io.thor.parity.ParityOrders;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Takes what all topics decide: counts it, stores it, and lets follow what it demands. It outlives
 * connections. Not thread safe.
 */
final class Judge {

  private static final System.Logger LOG = System.getLogger(Judge.class.getName());

  private final EvidenceStore store;
  private final ParityCounters counters;
  private final Function<Route, Set<RenderPath>> groups;
  private final ComparisonRules rules;
  private final int testOneIn;
  private final Predicate<String> latched;
  private final Clock clock;
  private final Consequences consequences;
  private final Map<String, FeatureJudge> features = new HashMap<>();
  private EvidenceBatch batch = new EvidenceBatch();

  /**
   * Makes one that has seen nothing.
   *
   * @param groups for whom a topic speaks
   * @param latched whether a feature was rolled back and nobody has taken note of it
   */
  Judge(
      EvidenceStore store,
      ParityOrders orders,
      ParityCounters counters,
      Function<Route, Set<RenderPath>> groups,
      ComparisonRules rules,
      int testOneIn,
      Predicate<String> latched,
      Clock clock) {
    this.store = store;
    this.counters = counters;
    this.groups = groups;
    this.rules = rules;
    this.testOneIn = testOneIn;
    this.latched = latched;
    this.clock = clock;
    this.consequences = new Consequences(orders);
  }

  /** Takes one decided look. */
  void take(Decided decided, WatchedTopic topic) {
    String feature = decided.route().feature();
    counters.compared(feature, decided.finding().verdict(), 1);
    Optional<FeatureJudge.Demand> demand =
        judge(feature).take(decided, topic, groups.apply(decided.route()), batch, clock.instant());
    demand.ifPresent(consequences::demand);
  }

  /** Where findings are gathered until they are stored. */
  EvidenceBatch batch() {
    return batch;
  }

  /**
   * Orders what was demanded; a rollback waits until the server has said how it is. What it says
   * when nothing waits any more is of no use later.
   */
  void follow(ProbeConnection connection) {
    consequences.dropRollbacks(latched);
    if (consequences.isEmpty()) {
      connection.takeHealth();
      return;
    }
    flush();
    consequences.follow();
    if (!consequences.isHealthWanted()) {
      return;
    }
    Optional<Boolean> ready = connection.takeHealth();
    if (ready.isEmpty()) {
      connection.askHealth();
    } else {
      consequences
          .restIs(ready.get(), connection.topics()::isRestHealthy)
          .forEach(feature -> judge(feature).restart());
    }
  }

  /** Stores what was gathered. What cannot be stored now is kept and tried again. */
  void flush() {
    try {
      store.add(batch);
      batch = new EvidenceBatch();
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "evidence cannot be stored now; it is kept", e);
    }
  }

  private FeatureJudge judge(String feature) {
    return features.computeIfAbsent(
        feature, name -> new FeatureJudge(name, rules, testOneIn, () -> latched.test(name)));
  }
}
