package io.thor.cutover;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What is known about one feature when a gate is asked.
 *
 * @param lastDrill when a rollback was last rehearsed with success
 * @param transitions for a feature that is proved by the changes of a session day instead of by a
 *     number of comparisons
 * @param perMinute how many distinct comparisons a minute brings
 */
public record Evidence(
    Comparisons comparisons,
    SelfTests selfTests,
    Optional<Instant> lastDrill,
    Optional<Transitions> transitions,
    CanaryStep canaryStep,
    Sessions sessions,
    long perMinute) {

  /**
   * What the comparators found.
   *
   * @param distinct compared pairs of topic and sequence number, each once
   * @param confirmed mismatches that repeated polls confirmed
   * @param lost states that never came on the stream
   * @param total all comparisons, undecided ones too
   */
  public record Comparisons(long distinct, long confirmed, long lost, long total, long undecided) {}

  /** Corrupted copies, and how many of them the comparator saw. */
  public record SelfTests(long made, long seen) {}

  /** Changes of one session day of every market, and how many were equal on both paths. */
  public record Transitions(long expected, long equal) {}

  /** Comparisons of one group of sessions, and its confirmed and lost ones. */
  public record Group(long comparisons, long faults) {}

  /**
   * The present step of the canary.
   *
   * @param stale how long sessions had stale data, of all their time together
   */
  public record CanaryStep(
      Instant since, Group canary, Group rest, Duration stale, Duration watched) {}

  /**
   * Market sessions at the present stage.
   *
   * @param callersWithoutPurpose of the last full session
   */
  public record Sessions(int clean, long callersWithoutPurpose) {}

  /** Nothing is known yet at a step that began at a moment. */
  public static Evidence none(Instant since) {
    Group nobody = new Group(0, 0);
    return new Evidence(
        new Comparisons(0, 0, 0, 0, 0),
        new SelfTests(0, 0),
        Optional.empty(),
        Optional.empty(),
        new CanaryStep(since, nobody, nobody, Duration.ZERO, Duration.ZERO),
        new Sessions(0, 0),
        0);
  }
}
