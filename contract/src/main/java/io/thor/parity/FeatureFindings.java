package io.thor.parity;

import java.util.Collection;

/** What the topics of one feature say together. */
public final class FeatureFindings {

  private FeatureFindings() {}

  /**
   * Whether the whole feature has stopped: REST moved on at some topics, and none of these moves
   * came on the stream, though the connection lives.
   *
   * @param moved the decided findings of the topics whose REST position has changed
   * @param heartbeatAlive whether the heartbeat came in time
   */
  public static boolean isStalled(Collection<Finding> moved, boolean heartbeatAlive) {
    return heartbeatAlive
        && !moved.isEmpty()
        && moved.stream().allMatch(finding -> finding.verdict() == Verdict.LOST);
  }
}
