package io.thor.cutover;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What every step forward must prove. Too little data holds a gate as much as bad data does.
 *
 * <p>Threads: immutable.
 */
public final class Gates {

  private final GateRules rules;

  public Gates(GateRules rules) {
    this.rules = rules;
  }

  /** How the conditions of a step stand. */
  public GateReport check(Step from, Step to, Evidence evidence, Instant now) {
    List<GateCheck> checks = new ArrayList<>();
    boolean leavesCanary = from.stage() == Stage.CANARY;
    if (from.stage() == Stage.SHADOW || from.canary() instanceof Canary.Accounts) {
      checks.addAll(new ShadowGate(rules, evidence, now).checks());
    } else if (leavesCanary) {
      checks.addAll(new CanaryGate(rules, evidence, now).checks());
    }
    if (leavesCanary && to.stage() == Stage.LIVE) {
      checks.add(cleanSessions(evidence, rules.sessionsBeforeLive()));
    }
    if (from.stage() == Stage.LIVE) {
      checks.add(cleanSessions(evidence, rules.sessionsBeforeComplete()));
      checks.add(noCallers(evidence));
    }
    return new GateReport(from, to, checks);
  }

  private static GateCheck cleanSessions(Evidence evidence, int needed) {
    int clean = evidence.sessions().clean();
    String words = "%d of %d market sessions clean".formatted(clean, needed);
    return clean >= needed
        ? GateCheck.of("clean_sessions", true, words)
        : GateCheck.inconclusive("clean_sessions", words + ", " + (needed - clean) + " more");
  }

  private static GateCheck noCallers(Evidence evidence) {
    if (evidence.sessions().clean() == 0) {
      return GateCheck.inconclusive("no_callers", "callers are counted for one full session first");
    }
    long callers = evidence.sessions().callersWithoutPurpose();
    return GateCheck.of(
        "no_callers",
        callers == 0,
        "%s callers without purpose in the last session".formatted(Words.count(callers)));
  }
}
