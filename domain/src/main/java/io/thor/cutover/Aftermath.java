package io.thor.cutover;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * What follows an order that was obeyed: rollbacks are counted, and operators are told of what
 * lowers or holds a feature. What parity orders, it counts and tells itself.
 *
 * <p>Threads: any.
 */
@ApplicationScoped
public class Aftermath {

  private static final String PARITY = "parity";
  private static final String ROLLBACK = "rollback";
  private static final Set<String> TOLD = Set.of(ROLLBACK, "kill", "pause");

  @Inject Event<OperatorAlert> alerts;
  @Inject Clock clock;

  private final Map<String, LongAdder> rollbacks = new ConcurrentHashMap<>();

  /** Rollbacks of this node by where their orders came from, kills among them. */
  public Map<String, Long> rollbacks() {
    Map<String, Long> sums = new TreeMap<>();
    rollbacks.forEach((cause, count) -> sums.put(cause, count.sum()));
    return sums;
  }

  /** Called after the commit of a change. */
  void of(AuditEntry entry) {
    Actor actor = entry.actor();
    if (!TOLD.contains(entry.verb()) || actor.via().equals(PARITY)) {
      return;
    }
    if (!entry.verb().equals("pause")) {
      rollbacks.computeIfAbsent(actor.via(), cause -> new LongAdder()).increment();
    }
    String message = entry.verb() + " by " + actor.why(entry.reason());
    alerts.fire(new OperatorAlert(entry.verb(), entry.feature(), message, clock.instant()));
  }
}
