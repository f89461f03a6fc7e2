package io.thor.parity;

import io.thor.message.Topic;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * Compares one topic's stream with what REST answers. For an answer at a position it looks for the
 * stream's state at that position, and waits a moment when the stream is behind.
 *
 * <p>Threads: not thread safe. Errors: none; it changes nothing but its own memory.
 */
public final class TopicComparator {

  private record Waiting(Snapshot rest, Instant until) {}

  private final Topic topic;
  private final TopicKind kind;
  private final ComparatorTimes times;
  private final ComparisonRules rules;
  private final StateRing ring;
  private final List<Waiting> waiting = new ArrayList<>();
  private boolean streaming;

  public TopicComparator(
      Topic topic, TopicKind kind, ComparatorTimes times, ComparisonRules rules) {
    this.topic = topic;
    this.kind = kind;
    this.times = times;
    this.rules = rules;
    this.ring = new StateRing(kind, times.memory());
  }

  /** The topic is subscribed: from now on, what REST has must come. */
  public void streamBegins() {
    streaming = true;
  }

  /** The connection is gone; what it might have brought is undecided. */
  public void streamEnds() {
    streaming = false;
  }

  /**
   * Takes what the stream brought. A snapshot after a reconnection counts as well: it repeats the
   * last position with the same data, or jumps ahead.
   */
  public Finding onStream(Snapshot state, Instant now) {
    return finding(state, ring.add(state, now), List.of());
  }

  /** Takes a REST answer; {@link Verdict#WAITING} where {@link #due} will tell. */
  public Finding onRest(Snapshot rest, Instant now) {
    Finding found = judge(rest, now);
    if (found.verdict() == Verdict.WAITING) {
      waiting.add(new Waiting(rest, now.plus(times.streamWait())));
    }
    return found;
  }

  /** The findings of answers that waited for the stream, as far as they are decided now. */
  public List<Finding> due(Instant now) {
    List<Finding> decided = new ArrayList<>();
    for (Iterator<Waiting> each = waiting.iterator(); each.hasNext(); ) {
      Waiting answer = each.next();
      Finding found = judge(answer.rest(), now);
      if (found.verdict() == Verdict.WAITING && !now.isBefore(answer.until())) {
        found = finding(answer.rest(), Verdict.LOST, List.of());
      }
      if (found.verdict() != Verdict.WAITING) {
        each.remove();
        decided.add(found);
      }
    }
    return decided;
  }

  private Finding judge(Snapshot rest, Instant now) {
    if (ring.isBehind(rest)) {
      return finding(rest, streaming ? Verdict.WAITING : Verdict.UNDECIDED, List.of());
    }
    Optional<Snapshot> pushed = ring.find(rest.epoch(), rest.seq());
    List<Difference> differences =
        pushed
            .map(state -> comparison(now).differences(state.data(), rest.data()))
            .orElseGet(List::of);
    if (!differences.isEmpty()) {
      boolean torn = comparison(now).isTorn(ring.data(), rest.data());
      return finding(rest, torn ? Verdict.TORN : Verdict.MISMATCH, differences);
    }
    if (kind == TopicKind.STATE && ring.isLeftBehind(rest, times.staleAfter(), now)) {
      return finding(rest, Verdict.STALE_REST, List.of());
    }
    return finding(
        rest, pushed.map(state -> Verdict.EQUAL).orElseGet(() -> unseen(rest)), List.of());
  }

  /** A log has no gaps: what is missing within it is lost. */
  private Verdict unseen(Snapshot rest) {
    return kind == TopicKind.LOG && !ring.isForgotten(rest) ? Verdict.LOST : Verdict.UNDECIDED;
  }

  private Comparison comparison(Instant now) {
    return new Comparison(rules, topic.prefix(), now);
  }

  private Finding finding(Snapshot at, Verdict verdict, List<Difference> differences) {
    return new Finding(topic.toString(), at.epoch(), at.seq(), verdict, differences);
  }
}
