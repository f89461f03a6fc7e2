package io.thor.cutover;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The open sessions of this node, for those who must not know the sockets.
 *
 * <p>Threads: any.
 */
@ApplicationScoped
public class SteeredSessions {

  /** Pages ask for the totals again and again, and each count looks at every session. */
  private static final long KEPT_NANOS = Duration.ofMillis(500).toNanos();

  private record Counted(long revision, long atNanos, AppliedTotals totals) {}

  private volatile Optional<SteeredSockets> sockets = Optional.empty();
  private volatile Optional<Counted> last = Optional.empty();

  /** Says whom to ask. */
  public void from(SteeredSockets asked) {
    sockets = Optional.of(asked);
  }

  /** Nobody is to be asked any more. */
  public void end() {
    sockets = Optional.empty();
  }

  /** The sockets; empty while there are none. */
  Optional<SteeredSockets> sockets() {
    return sockets;
  }

  /** All sessions, in any order. */
  public List<SteeredSession> now() {
    return sockets.map(SteeredSockets::sessions).orElse(List.of());
  }

  /** How far they follow a revision; at most half a second old. */
  public AppliedTotals totals(long revision) {
    long nowNanos = System.nanoTime();
    Optional<Counted> kept =
        last.filter(
            count -> count.revision() == revision && nowNanos - count.atNanos() < KEPT_NANOS);
    if (kept.isPresent()) {
      return kept.get().totals();
    }
    AppliedTotals counted = AppliedTotals.of(now(), revision);
    last = Optional.of(new Counted(revision, nowNanos, counted));
    return counted;
  }
}
