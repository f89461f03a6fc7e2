package io.thor.parity;

import io.thor.message.Topic;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Findings on their way to the store. Not thread safe. */
public final class EvidenceBatch {

  /** A position that was compared for the first time, or again. */
  record Compared(
      String feature, Topic topic, String epoch, long seq, Instant asOf, boolean equal) {}

  /** What one source did for a feature besides comparing. */
  record Activity(long testsMade, long testsSeen, Duration watched, Duration stale) {

    static final Activity NONE = new Activity(0, 0, Duration.ZERO, Duration.ZERO);

    Activity plus(Activity other) {
      return new Activity(
          testsMade + other.testsMade,
          testsSeen + other.testsSeen,
          watched.plus(other.watched),
          stale.plus(other.stale));
    }
  }

  /** Whose activity it is. */
  record Doer(String feature, Source source) {}

  private final Map<Counted, Long> counts = new HashMap<>();
  private final Map<Doer, Activity> activities = new HashMap<>();
  private final List<Sample> samples = new ArrayList<>();
  private final Map<String, Compared> compared = new TreeMap<>();

  /** Counts comparisons. */
  public void count(Counted as, long times) {
    counts.merge(as, times, Long::sum);
  }

  /** A decided look at a position, which counts as distinct when it is new. */
  public void compared(
      String feature, Topic topic, String epoch, long seq, Instant asOf, boolean equal) {
    String key = topic + " " + epoch + " " + seq;
    compared.merge(
        key,
        new Compared(feature, topic, epoch, seq, asOf, equal),
        (before, now) -> before.equal() ? now : before);
  }

  /** A corrupted copy was shown to the comparator. */
  public void selfTest(String feature, Source source, boolean seen) {
    add(feature, source, new Activity(1, seen ? 1 : 0, Duration.ZERO, Duration.ZERO));
  }

  /** Sessions were open for so long, and without fresh data for a part of it. */
  public void watched(String feature, Source source, Duration watched, Duration stale) {
    add(feature, source, new Activity(0, 0, watched, stale));
  }

  /** Keeps a finding to be looked at. */
  public void sample(Sample sample) {
    samples.add(sample);
  }

  public boolean isEmpty() {
    return counts.isEmpty() && activities.isEmpty() && samples.isEmpty() && compared.isEmpty();
  }

  Map<Counted, Long> counts() {
    return counts;
  }

  Map<Doer, Activity> activities() {
    return activities;
  }

  List<Sample> samples() {
    return samples;
  }

  /** In the order of their numbers on each topic. */
  List<Compared> compared() {
    return compared.values().stream().sorted(Comparator.comparingLong(Compared::seq)).toList();
  }

  private void add(String feature, Source source, Activity activity) {
    activities.merge(new Doer(feature, source), activity, Activity::plus);
  }
}
