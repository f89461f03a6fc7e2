package io.thor.jobs.parity;

import io.thor.cutover.Cutover;
import io.thor.cutover.CutoverViews;
import io.thor.cutover.FeatureStage;
import io.thor.cutover.RenderPath;
import io.thor.identity.ProbeUser;
import io.thor.parity.EvidenceStore;
import io.thor.parity.ParityCounters;
import io.thor.parity.ParityOrders;
import io.thor.parity.ParitySettings;
import io.thor.parity.ProbeStatus;
import io.thor.parity.Source;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Keeps one connection open, and compares what it brings with REST.
 *
 * <p>Threads: one at a time, the job's.
 */
@ApplicationScoped
public class Probe {

  private static final Duration FLUSH = Duration.ofSeconds(5);

  /** More than this between two turns was no watching. */
  private static final Duration LONGEST_TURN = Duration.ofSeconds(5);

  @Inject ProbeUser user;
  @Inject Cutover cutover;
  @Inject CutoverViews views;
  @Inject ParitySettings settings;
  @Inject EvidenceStore store;
  @Inject ParityOrders orders;
  @Inject ParityCounters counters;
  @Inject ProbeStatus status;
  @Inject Clock clock;

  private final Reconnection reconnection = new Reconnection();
  private Judge judge;
  private Dialler dialler;
  private Optional<Call> call = Optional.empty();
  private Set<String> sent = Set.of();
  private Instant lastTurn = Instant.EPOCH;
  private Instant lastFlush = Instant.EPOCH;

  @PostConstruct
  void begin() {
    judge =
        new Judge(
            store,
            orders,
            counters,
            this::groups,
            settings.rules(),
            settings.selfTestOneIn(),
            feature -> cutover.current().of(feature).overlay().isLatched(),
            clock);
    dialler = new Dialler(user, views, settings, clock);
  }

  @PreDestroy
  void end() {
    call.ifPresent(open -> open.connection().close(judge));
  }

  /** One turn: connect where there is no connection, else listen, decide and ask. */
  void turn() {
    Instant now = clock.instant();
    Set<String> sends = sends();
    if (!sends.equals(sent)) {
      hangUp("what is sent has changed", now);
      reconnection.now();
      sent = sends;
    }
    if (call.isEmpty() && reconnection.isDue(now)) {
      call = dial(now);
    }
    watch(now);
    call.ifPresent(open -> turn(open, now));
    if (now.isAfter(lastFlush.plus(FLUSH))) {
      lastFlush = now;
      judge.flush();
    }
  }

  private void turn(Call open, Instant now) {
    ProbeConnection connection = open.connection();
    connection.hear(judge);
    connection.turn(judge, clock.instant());
    judge.follow(connection);
    Optional<String> ended = connection.ended().or(() -> open.refresh(now));
    ended.ifPresent(words -> hangUp(words, now));
    if (connection.isStreaming()) {
      reconnection.succeeded();
    }
    if (connection.isComparing()) {
      status.become("compares since " + open.since());
    }
  }

  private Optional<Call> dial(Instant now) {
    try {
      return Optional.of(dialler.dial(sent, now));
    } catch (ProbeException e) {
      reconnection.failed(now);
      status.become("does not compare: " + e.getMessage());
      reconnection.tell(e);
      return Optional.empty();
    }
  }

  private void hangUp(String words, Instant now) {
    call.ifPresent(
        open -> {
          open.connection().close(judge);
          reconnection.failed(now);
          status.become("does not compare: " + words);
        });
    call = Optional.empty();
  }

  /** A connection that brings nothing is stale, and so is the time without one. */
  private void watch(Instant now) {
    Duration passed = Duration.between(lastTurn, now);
    lastTurn = now;
    if (passed.compareTo(LONGEST_TURN) > 0 || !reconnection.everSucceeded()) {
      return;
    }
    boolean fresh = call.filter(open -> open.connection().isStreaming()).isPresent();
    for (String feature : sent) {
      judge.batch().watched(feature, Source.PROBE, passed, fresh ? Duration.ZERO : passed);
    }
  }

  private Set<String> sends() {
    return cutover.current().features().stream()
        .filter(stage -> stage.stage().sends())
        .map(FeatureStage::feature)
        .collect(Collectors.toUnmodifiableSet());
  }

  private Set<RenderPath> groups(Route route) {
    return views.paths(cutover.current().of(route.feature()), route.account());
  }
}
