package io.thor.parity;

import io.thor.config.Profile;
import io.thor.config.Settings;
import io.thor.cutover.Drills;
import io.thor.cutover.Evidence;
import io.thor.cutover.EvidenceSource;
import io.thor.cutover.FeatureState;
import io.thor.cutover.GateSettings;
import io.thor.cutover.OldPathCallers;
import io.thor.cutover.RenderPath;
import io.thor.cutover.Stage;
import io.thor.market.MarketCalendar;
import io.thor.market.Markets;
import io.thor.message.MarketStatusUpdate;
import io.thor.message.MessageTypes;
import io.thor.message.Topic;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Makes the input of the gates from the store. What the probe found promotes; what browsers report
 * counts only against a canary.
 *
 * <p>Threads: any, in the transaction of the caller.
 */
@ApplicationScoped
public class GateEvidence implements EvidenceSource {

  private static final Duration PACE = Duration.ofMinutes(10);
  private static final String MARKETS_FEATURE =
      MessageTypes.all().stream()
          .filter(entry -> entry.message() == MarketStatusUpdate.class)
          .map(MessageTypes.Entry::feature)
          .findFirst()
          .orElseThrow();

  @Inject EvidenceTotals totals;
  @Inject Markets markets;
  @Inject GateSettings gates;
  @Inject Settings settings;
  @Inject Instance<Drills> drills;
  @Inject Instance<OldPathCallers> callers;

  @Override
  public Evidence about(FeatureState state, Instant since, Instant now) {
    String feature = state.feature();
    EvidenceTotals.Counts counts = totals.counts(feature, since);
    EvidenceTotals.Activity probe = totals.activity(feature, Source.PROBE, since);
    return new Evidence(
        comparisons(counts, probe),
        new Evidence.SelfTests(probe.testsMade(), probe.testsSeen()),
        drills.stream().findFirst().flatMap(known -> known.lastPassed(feature)),
        transitions(feature, since, now),
        canaryStep(feature, counts, probe, since),
        sessions(state, since, now),
        perMinute(feature, since, now));
  }

  private static Evidence.Comparisons comparisons(
      EvidenceTotals.Counts counts, EvidenceTotals.Activity probe) {
    Predicate<Counted> ofProbe = counted -> counted.source() == Source.PROBE;
    return new Evidence.Comparisons(
        probe.fresh(),
        counts.of(ofProbe.and(GateEvidence::isWrong)),
        counts.of(ofProbe.and(GateEvidence::isLost)),
        counts.of(ofProbe.and(counted -> counted.verdict() != Verdict.REST_DOWN)),
        counts.of(ofProbe.and(counted -> counted.verdict() == Verdict.UNDECIDED)));
  }

  private static boolean isLost(Counted counted) {
    return counted.isConfirmed()
        && (counted.verdict() == Verdict.LOST || counted.verdict() == Verdict.STALLED);
  }

  private static boolean isWrong(Counted counted) {
    return counted.isConfirmed()
        && counted.verdict().action() == Action.ROLL_BACK
        && !isLost(counted);
  }

  private Optional<Evidence.Transitions> transitions(String feature, Instant since, Instant now) {
    if (!feature.equals(MARKETS_FEATURE)) {
      return Optional.empty();
    }
    SessionDays days =
        new SessionDays(markets.all(), market -> totals.equalChanges(topic(market), since));
    Duration rehearsed = gates.sessionLength();
    return Optional.of(
        rehearsed.isZero() ? days.transitions(since, now) : days.changes(since, now, rehearsed));
  }

  private static String topic(MarketCalendar market) {
    return new Topic(MarketStatusUpdate.TOPIC_PREFIX, market.marketId()).toString();
  }

  /** Faults that browsers of the canary report count; comparisons that they claim do not. */
  private Evidence.CanaryStep canaryStep(
      String feature, EvidenceTotals.Counts counts, EvidenceTotals.Activity probe, Instant since) {
    Predicate<Counted> faulty = counted -> isWrong(counted) || isLost(counted);
    Evidence.Group canary = group(counts, RenderPath.WEBSOCKET, faulty);
    long reported =
        counts.of(
            faulty.and(
                counted ->
                    counted.source() == Source.BROWSER && counted.group() == RenderPath.WEBSOCKET));
    EvidenceTotals.Activity pages = totals.activity(feature, Source.BROWSER, since);
    return new Evidence.CanaryStep(
        since,
        new Evidence.Group(canary.comparisons(), canary.faults() + reported),
        group(counts, RenderPath.REST, faulty),
        probe.stale().plus(pages.stale()),
        probe.watched().plus(pages.watched()));
  }

  private static Evidence.Group group(
      EvidenceTotals.Counts counts, RenderPath path, Predicate<Counted> faulty) {
    Predicate<Counted> ofProbe =
        counted -> counted.source() == Source.PROBE && counted.group() == path;
    Predicate<Counted> decided =
        counted -> counted.verdict() != Verdict.UNDECIDED && counted.verdict() != Verdict.REST_DOWN;
    return new Evidence.Group(counts.of(ofProbe.and(decided)), counts.of(ofProbe.and(faulty)));
  }

  /**
   * A confirmed fault begins the step anew, so every session since then was clean. At the last step
   * none counts while nobody counts callers.
   */
  private Evidence.Sessions sessions(FeatureState state, Instant since, Instant now) {
    List<MarketSessions.Span> ended =
        gateMarket()
            .map(market -> new MarketSessions(market, gates.sessionLength()).within(since, now))
            .orElse(List.of());
    Optional<OldPathCallers> counter = callers.stream().findFirst();
    boolean uncounted = state.step().stage() == Stage.LIVE && counter.isEmpty();
    if (ended.isEmpty() || uncounted) {
      return new Evidence.Sessions(0, 0);
    }
    MarketSessions.Span last = ended.get(ended.size() - 1);
    long calls =
        counter
            .map(known -> known.withoutPurpose(state.feature(), last.from(), last.to()))
            .orElse(0L);
    return new Evidence.Sessions(ended.size(), calls);
  }

  private Optional<MarketCalendar> gateMarket() {
    boolean demo = Profile.of(settings) == Profile.DEMO;
    return markets.find(gates.sessionMarket(demo ? Markets.DEMONSTRATION : "XNYS"));
  }

  private long perMinute(String feature, Instant since, Instant now) {
    Instant from = since.isBefore(now.minus(PACE)) ? now.minus(PACE) : since;
    long minutes = Math.max(1, Duration.between(from, now).toMinutes());
    return totals.activity(feature, Source.PROBE, since, from).fresh() / minutes;
  }
}
