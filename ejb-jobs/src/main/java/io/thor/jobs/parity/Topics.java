package io.thor.jobs.parity;

import io.thor.parity.ComparisonRules;
import io.thor.parity.FeatureFindings;
import io.thor.parity.Finding;
import io.thor.parity.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The topics of one connection, and what they say together. Not thread safe. */
final class Topics {

  /** States of one cause are committed one after the other, within this. */
  private static final Duration TOGETHER = Duration.ofMillis(500);

  private final Map<String, WatchedTopic> byName = new LinkedHashMap<>();

  /** Spreads the first polls over the time of one. */
  Topics(List<Route> routes, ComparisonRules rules, Duration poll, Instant now) {
    for (int i = 0; i < routes.size(); i++) {
      Route route = routes.get(i);
      Instant first = now.plus(poll.multipliedBy(i).dividedBy(routes.size()));
      byName.put(route.topic().toString(), new WatchedTopic(route, rules, poll, first));
    }
  }

  Collection<WatchedTopic> all() {
    return byName.values();
  }

  List<Route> routes() {
    return byName.values().stream().map(WatchedTopic::route).toList();
  }

  Optional<WatchedTopic> find(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  WatchedTopic of(Route route) {
    return byName.get(route.topic().toString());
  }

  /** Whether a feature's routes answer, and not with what is long gone. */
  boolean isRestHealthy(String feature) {
    return of(feature).stream().allMatch(WatchedTopic::isRestHealthy);
  }

  /** Names a lost state for what it is where the whole feature has stopped. */
  Decided named(Decided decided) {
    if (decided.finding().verdict() != Verdict.LOST || !decided.isConfirmed()) {
      return decided;
    }
    Instant lost = momentOf(decided).minus(TOGETHER);
    List<Finding> moved =
        of(decided.route().feature()).stream()
            .map(WatchedTopic::moved)
            .flatMap(Optional::stream)
            .filter(move -> !momentOf(move).isBefore(lost))
            .map(Decided::finding)
            .toList();
    return FeatureFindings.isStalled(moved, true) ? decided.stalled() : decided;
  }

  private Instant momentOf(Decided decided) {
    return of(decided.route()).momentOf(decided.finding()).orElse(decided.since());
  }

  private List<WatchedTopic> of(String feature) {
    return byName.values().stream()
        .filter(topic -> topic.route().feature().equals(feature))
        .toList();
  }
}
