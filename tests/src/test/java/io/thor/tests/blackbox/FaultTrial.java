package io.thor.tests.blackbox;

import io.thor.tests.server.Await;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Brings faults about, and holds what follows against what has to follow. */
record FaultTrial(ProbedServer probed, CutoverClient cutover) {
  private static final Duration LIMIT = Duration.ofSeconds(60);

  /** Injects faults of different features at the same time. */
  void assertFound(ExpectedConsequence... faults) {
    Fault all = Faults.all(Stream.of(faults).map(ExpectedConsequence::fault).toList());
    assertFound(() -> probed.proxy().inject(all), () -> probed.proxy().heal(), faults);
  }

  /**
   * The same of faults that come about otherwise.
   *
   * @param begin brings them about
   * @param end undoes it
   */
  void assertFound(Runnable begin, Runnable end, ExpectedConsequence... faults) {
    awaitComparing();
    Map<ExpectedConsequence, String> stages = new HashMap<>();
    List.of(faults)
        .forEach(each -> stages.put(each, cutover.stage(each.feature()).getString("stage")));
    begin.run();
    Map<ExpectedConsequence, Instant> seen = awaitOverlays(faults);
    for (ExpectedConsequence each : faults) {
      each.assertCame(cutover, Optional.ofNullable(seen.get(each)), stages.get(each));
    }
    end.run();
    awaitComparing();
    for (ExpectedConsequence each : faults) {
      cutover.order(each.feature(), each.verb().equals("pause") ? "resume" : "acknowledge");
    }
  }

  /** A new connection has seen nothing that was falsified. */
  void awaitComparing() {
    Instant from = Instant.now();
    probed.proxy().heal();
    cutover.awaitComparing(from);
  }

  private Map<ExpectedConsequence, Instant> awaitOverlays(ExpectedConsequence... faults) {
    Map<ExpectedConsequence, Instant> seen = new HashMap<>();
    Await.until(
        () -> {
          JsonObject features = cutover.stages();
          for (ExpectedConsequence each : faults) {
            if (features.getJsonObject(each.feature()).containsKey("overlay")) {
              seen.putIfAbsent(each, Instant.now());
            }
          }
          return seen.size() == faults.length;
        },
        LIMIT.plus(untilAllMoves()));
    return seen;
  }

  /** Faults need a trade, a balance another price. */
  private static Duration untilAllMoves() {
    Duration trades = DemoMarket.untilTrades(5);
    Duration price = DemoMarket.untilAnotherPrice();
    return trades.compareTo(price) > 0 ? trades : price;
  }
}
