package io.thor.cutover;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How old the newest state is that this node has handed over, by feature and path: it was sent to
 * the sessions, or it was answered to a caller. Where nobody calls, the age of REST grows.
 *
 * <p>Threads: any.
 */
@ApplicationScoped
public class PathAges {

  @Inject Clock clock;

  /** What has an age. */
  public record Path(String feature, RenderPath path) {}

  private final Map<Path, Instant> newest = new ConcurrentHashMap<>();

  /**
   * Notes a state that is handed over.
   *
   * @param asOf the moment of the state
   */
  public void handedOver(String feature, RenderPath path, Instant asOf) {
    newest.merge(new Path(feature, path), asOf, (a, b) -> a.isAfter(b) ? a : b);
  }

  /** The ages now; nothing for a path that has handed nothing over. */
  public Map<Path, Duration> now() {
    Instant now = clock.instant();
    Map<Path, Duration> ages = new ConcurrentHashMap<>();
    newest.forEach((path, asOf) -> ages.put(path, Duration.between(asOf, now)));
    return ages;
  }
}
