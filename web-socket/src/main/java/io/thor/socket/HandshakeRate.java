package io.thor.socket;

import io.thor.config.Settings;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How many handshakes one address may try within ten seconds, whatever becomes of them. What is
 * remembered of an address is forgotten with the ten seconds.
 *
 * <p>Threads: any.
 */
@ApplicationScoped
public class HandshakeRate {

  /** Key: handshakes of one address within ten seconds. */
  static final String KEY = "thor.push.max-handshakes-per-address";

  static final Duration WINDOW = Duration.ofSeconds(10);

  private static final int MOST = 1_000_000;

  @Inject Settings settings;
  @Inject Clock clock;

  private final Map<String, Integer> tried = new HashMap<>();
  private Instant windowEnd = Instant.EPOCH;
  private int limit;

  @PostConstruct
  void configure() {
    limit = settings.wholeNumber(KEY, 1_000, 1, MOST);
  }

  /** Counts a handshake, and says what speaks against it. */
  synchronized Optional<Refusal> refusalOf(String address) {
    Instant now = clock.instant();
    if (!now.isBefore(windowEnd)) {
      tried.clear();
      windowEnd = now.plus(WINDOW);
    }
    return tried.merge(address, 1, HandshakeRate::sum) > limit
        ? Optional.of(Refusal.tooFrequent(KEY, limit))
        : Optional.empty();
  }

  private static Integer sum(Integer before, Integer more) {
    return Math.min(before + more, MOST + 1);
  }
}
