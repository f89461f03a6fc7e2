package io.thor.jobs.parity;

import io.thor.parity.ComparatorTimes;
import io.thor.parity.ComparisonRules;
import io.thor.parity.Finding;
import io.thor.parity.Snapshot;
import io.thor.parity.Suspicion;
import io.thor.parity.TopicComparator;
import io.thor.parity.TopicKind;
import io.thor.parity.Value;
import io.thor.parity.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One topic of a connection: what its comparator finds, whether that lasts, and when REST is to be
 * asked next. Not thread safe.
 */
final class WatchedTopic {

  private record Open(Suspicion suspicion, Instant since) {}

  private final Route route;
  private final PollPlan plan;
  private final TopicComparator comparator;
  private final Memory<Value> pushed = new Memory<>();
  private final Memory<Value> answered = new Memory<>();
  private final Memory<Instant> moments = new Memory<>();
  private Optional<Open> open = Optional.empty();
  private Optional<Decided> moved = Optional.empty();
  private String lastEqual = "";
  private final LogMark judged = new LogMark();
  private Verdict last = Verdict.UNDECIDED;
  private boolean looked;

  WatchedTopic(Route route, ComparisonRules rules, Duration poll, Instant firstPoll) {
    this.route = route;
    this.plan = new PollPlan(poll, firstPoll);
    this.comparator =
        new TopicComparator(route.topic(), route.kind(), ComparatorTimes.polling(poll), rules);
  }

  Route route() {
    return route;
  }

  /** The topic is subscribed: from now on REST is asked. */
  void begin() {
    plan.begin();
    comparator.streamBegins();
  }

  /** The connection is gone: what was suspected is undecided. */
  List<Decided> end() {
    comparator.streamEnds();
    Optional<Open> dropped = open;
    open = Optional.empty();
    return dropped.stream()
        .map(was -> plain(undecided(was.suspicion().first()), was.since()))
        .toList();
  }

  /** The stream has brought a state; only what is wrong with its order is worth telling. */
  List<Decided> pushed(Snapshot state, Instant at) {
    pushed.keep(state.epoch(), state.seq(), state.data());
    Finding finding = comparator.onStream(state, at);
    return finding.verdict().isFault()
        ? List.of(new Decided(route, finding, Optional.of(Suspicion.Result.CONFIRMED), at))
        : List.of();
  }

  /** REST has answered with states; one that answered too slowly to be judged is undecided. */
  List<Decided> answered(List<Snapshot> states, Duration took, Instant at) {
    plan.answered();
    looked |= states.isEmpty();
    List<Decided> decided = new ArrayList<>();
    for (Snapshot state : states) {
      Finding finding = comparator.onRest(state, at);
      if (route.kind() == TopicKind.LOG && judged.covers(finding) && !isSuspected(finding)) {
        continue;
      }
      answered.keep(state.epoch(), state.seq(), state.data());
      Finding taken = plan.isTooSlow(took) ? undecided(finding) : finding;
      take(taken, at).ifPresent(decided::add);
    }
    return decided;
  }

  /** REST has no state yet, or has failed; told once when it has failed often enough. */
  Optional<Decided> failed(boolean notYet, Instant at) {
    looked = true;
    if (!plan.failed(notYet, at)) {
      return Optional.empty();
    }
    Finding down = new Finding(route.topic().toString(), "", 0, Verdict.REST_DOWN, List.of());
    return Optional.of(new Decided(route, down, Optional.of(Suspicion.Result.CONFIRMED), at));
  }

  /** What waited for the stream and is decided now. */
  List<Decided> due(Instant now) {
    return comparator.due(now).stream()
        .map(finding -> take(finding, now))
        .flatMap(Optional::stream)
        .toList();
  }

  /** Whether REST is to be asked now; then it counts as asked. */
  boolean claimPoll(Instant now) {
    return plan.claim(open.flatMap(was -> was.suspicion().nextPoll()), now);
  }

  /** Whether a first look is behind it: what the stream began with was held against REST. */
  boolean hasLooked() {
    return looked;
  }

  /** Whether REST answers, and not with what is long gone. */
  boolean isRestHealthy() {
    return !plan.isDown() && last != Verdict.STALE_REST;
  }

  /** The last look at a position that REST had not shown before, or that the stream lacks. */
  Optional<Decided> moved() {
    return moved;
  }

  Optional<Value> pushedAt(Finding finding) {
    return pushed.find(finding.epoch(), finding.seq());
  }

  /** The moment of the state of an answer; empty where it had none. */
  Optional<Instant> momentOf(Finding finding) {
    return moments.find(finding.epoch(), finding.seq());
  }

  /** Notes the moment of a state that REST has answered. */
  void dated(Heard.RestPosition position) {
    moments.keep(position.epoch(), position.seq(), position.asOf());
  }

  Optional<Value> answeredAt(Finding finding) {
    return answered.find(finding.epoch(), finding.seq());
  }

  private Optional<Decided> take(Finding finding, Instant at) {
    if (finding.verdict() == Verdict.WAITING) {
      return Optional.empty();
    }
    last = finding.verdict();
    looked = true;
    remember(finding, at);
    if (isSuspected(finding)) {
      return again(open.get(), finding, at);
    }
    if (!finding.verdict().isFault()) {
      return Optional.of(plain(finding, at));
    }
    if (open.isEmpty()) {
      open = Optional.of(new Open(new Suspicion(finding, at), at));
    }
    return Optional.empty();
  }

  /** Of a log each entry stands for itself, of states each later one says whether a fault lasts. */
  private boolean isSuspected(Finding finding) {
    return open.map(was -> was.suspicion().first().seq())
        .filter(seq -> route.kind() == TopicKind.STATE || seq == finding.seq())
        .isPresent();
  }

  private Optional<Decided> again(Open was, Finding finding, Instant at) {
    was.suspicion().repolled(finding, at);
    Optional<Suspicion.Result> result = was.suspicion().result();
    if (result.isEmpty()) {
      return Optional.empty();
    }
    open = Optional.empty();
    Decided decided = new Decided(route, was.suspicion().first(), result, was.since());
    if (decided.isConfirmed()) {
      judged.confirm(decided.finding());
    }
    return Optional.of(decided);
  }

  private void remember(Finding finding, Instant at) {
    String position = finding.epoch() + "/" + finding.seq();
    boolean equal = finding.verdict() == Verdict.EQUAL;
    if (finding.verdict().isFault() || equal && !position.equals(lastEqual)) {
      moved = Optional.of(plain(finding, at));
    }
    if (equal) {
      lastEqual = position;
    }
    if (!finding.verdict().isFault()) {
      judged.moveTo(finding);
    }
  }

  private Decided plain(Finding finding, Instant at) {
    return new Decided(route, finding, Optional.empty(), at);
  }

  private static Finding undecided(Finding finding) {
    return new Finding(
        finding.topic(), finding.epoch(), finding.seq(), Verdict.UNDECIDED, List.of());
  }
}
