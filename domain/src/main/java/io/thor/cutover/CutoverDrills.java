package io.thor.cutover;

import io.thor.identity.Role;
import io.thor.identity.TokenId;
import io.thor.identity.Viewer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Rehearses a rollback: a session that no browser is behind is steered to WebSocket by a canary of
 * its own account, and back to REST as by a rollback, on the way on which every session is steered.
 * No stage changes, and no other session is told anything.
 *
 * <p>Threads: any; one drill at a time. Errors: {@link java.util.NoSuchElementException} for an
 * unknown feature, {@link IllegalStateException} when this node takes no session, with the remedy.
 */
@ApplicationScoped
public class CutoverDrills {

  /** What a rollback promises to every connected browser. */
  static final Duration LIMIT = Duration.ofSeconds(2);

  private static final String ACCOUNT = "DRILL";
  private static final Duration CREDENTIALS = Duration.ofMinutes(1);

  @Inject SteeredSessions sessions;
  @Inject Cutover cutover;
  @Inject StoredDrills stored;
  @Inject Event<DrillStatus> told;
  @Inject Clock clock;

  /** One half of a drill: the microseconds until it was followed, or none in time. */
  private record Half(RenderPath path, Optional<Long> tookUs) {}

  /** Flips a session to WebSocket and back, and keeps what became of it. */
  public synchronized DrillReport run(String feature, Actor actor) {
    CutoverStatus before = cutover.current();
    FeatureStage stage = before.of(feature);
    Instant at = clock.instant();
    Half there;
    Half back;
    try (DrillClient client = open(at)) {
      FeatureStage canary = at(stage, Stage.CANARY, new Canary.Accounts(Set.of(ACCOUNT)));
      there = steer(client, with(before, canary, 1), feature, RenderPath.WEBSOCKET);
      FeatureStage shadow = at(stage, Stage.SHADOW, Canary.NOBODY);
      back = steer(client, with(before, shadow, 2), feature, RenderPath.REST);
    }
    DrillReport report = report(feature, there, back, actor, at);
    stored.keep(report);
    return report;
  }

  private DrillClient open(Instant now) {
    Viewer nobody =
        new Viewer(
            "drill",
            Set.of(Role.TRADER),
            Set.of(ACCOUNT),
            new TokenId("drill"),
            now.plus(CREDENTIALS));
    return sessions
        .sockets()
        .orElseThrow(
            () -> new IllegalStateException("this node has no sockets yet; wait until it is ready"))
        .openDrill(nobody);
  }

  private Half steer(DrillClient client, CutoverStatus status, String feature, RenderPath path) {
    CompletableFuture<Void> followed = client.follows(status.revision(), feature, path);
    long startNanos = System.nanoTime();
    told.fire(new DrillStatus(status, client.connection()));
    try {
      followed.get(LIMIT.toNanos(), TimeUnit.NANOSECONDS);
      long tookNanos = System.nanoTime() - startNanos;
      return new Half(path, Optional.of(TimeUnit.NANOSECONDS.toMicros(tookNanos)));
    } catch (TimeoutException e) {
      return new Half(path, Optional.empty());
    } catch (ExecutionException e) {
      throw new IllegalStateException("the drill's session failed", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted during a drill; repeat it", e);
    }
  }

  private static DrillReport report(
      String feature, Half there, Half back, Actor actor, Instant at) {
    boolean passed = there.tookUs().isPresent() && back.tookUs().isPresent();
    String words = words(there) + ", " + words(back);
    return new DrillReport(feature, passed, words, there.tookUs(), back.tookUs(), actor, at);
  }

  private static String words(Half half) {
    return half.tookUs()
        .map(us -> "%s after %d.%03d ms".formatted(half.path(), us / 1000, us % 1000))
        .orElseGet(() -> "no %s within %d s".formatted(half.path(), LIMIT.toSeconds()));
  }

  private static FeatureStage at(FeatureStage stage, Stage to, Canary canary) {
    return new FeatureStage(stage.feature(), to, canary, Overlay.NONE, "drill");
  }

  /** The same for all features but one, some revisions later. */
  private static CutoverStatus with(CutoverStatus status, FeatureStage changed, int later) {
    List<FeatureStage> stages =
        status.features().stream()
            .map(stage -> stage.feature().equals(changed.feature()) ? changed : stage)
            .toList();
    return new CutoverStatus(status.revision() + later, stages);
  }
}
