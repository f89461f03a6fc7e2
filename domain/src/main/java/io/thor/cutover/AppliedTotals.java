package io.thor.cutover;

import java.util.List;

/**
 * How far the sessions of this node follow the present revision.
 *
 * @param sessions all that are open, without drills
 * @param full those of full clients, which acknowledge revisions
 * @param applied of them, those that have acknowledged the present one
 */
public record AppliedTotals(int sessions, int full, int applied) {

  static AppliedTotals of(List<SteeredSession> all, long revision) {
    int open = 0;
    int full = 0;
    int applied = 0;
    for (SteeredSession session : all) {
      if (session.client() != ClientKind.DRILL) {
        open++;
      }
      if (session.client() == ClientKind.FULL) {
        full++;
        applied += session.follows(revision) ? 1 : 0;
      }
    }
    return new AppliedTotals(open, full, applied);
  }
}
