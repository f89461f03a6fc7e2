package io.thor.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Whom this node knew by their tokens a short time ago, by the hash of the token. It is asked while
 * the database cannot be, so that who is signed in can still roll back; never else.
 *
 * <p>Threads: any.
 */
@ApplicationScoped
class RecentViewers {

  private static final int MOST = 1000;
  private static final Duration KEPT = Duration.ofMinutes(15);

  @Inject Clock clock;

  private record Seen(Viewer viewer, Instant at) {}

  /** The longest unseen first. */
  private final Map<String, Seen> seen = new LinkedHashMap<>();

  /** Remembers what the database said of a token just now; forgets one that is not valid. */
  synchronized void remember(String secret, Optional<Viewer> viewer) {
    String hash = Secrets.hash(secret);
    seen.remove(hash);
    if (viewer.isPresent()) {
      seen.put(hash, new Seen(viewer.get(), clock.instant()));
      if (seen.size() > MOST) {
        seen.remove(seen.keySet().iterator().next());
      }
    }
  }

  /** Who a token stood for a short time ago, if it has not ended since. */
  synchronized Optional<Viewer> of(String secret) {
    Instant now = clock.instant();
    return Optional.ofNullable(seen.get(Secrets.hash(secret)))
        .filter(known -> known.at().plus(KEPT).isAfter(now))
        .map(Seen::viewer)
        .filter(viewer -> viewer.expires().isAfter(now));
  }

  /** Forgets a token that is taken back. */
  synchronized void forget(String secret) {
    seen.remove(Secrets.hash(secret));
  }

  /** Forgets a user, whose tokens are taken back. */
  void forgetUser(String username) {
    forget(viewer -> viewer.username().equals(username));
  }

  /** Forgets tokens that were taken back, maybe on another node. */
  void forgetAll(Collection<TokenId> revoked) {
    forget(viewer -> revoked.contains(viewer.tokenId()));
  }

  private synchronized void forget(Predicate<Viewer> who) {
    seen.values().removeIf(known -> who.test(known.viewer()));
  }
}
