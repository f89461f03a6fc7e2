package io.thor.socket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.thor.config.Settings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HandshakeRateTest {

  private static final Instant START = Instant.parse("2026-01-05T14:30:00Z");
  private static final Duration ONE_MS = Duration.ofMillis(1);

  private final HandshakeRate rate = new HandshakeRate();

  @BeforeEach
  void limitToThree() {
    rate.settings =
        new Settings() {
          @Override
          public Optional<String> find(String key) {
            return Optional.of("3");
          }
        };
    rate.configure();
    at(Duration.ZERO);
  }

  @Test
  void refusesWhatIsTooMuchOfOneAddressAlone() {
    tryThree();
    Refusal refusal = rate.refusalOf("10.0.0.1").orElseThrow();
    assertEquals(429, refusal.status());
    assertTrue(refusal.detail().contains(HandshakeRate.KEY), refusal.detail());
    assertEquals(Optional.empty(), rate.refusalOf("10.0.0.2"));
  }

  @Test
  void letsItTryAgainAfterTenSeconds() {
    tryThree();
    at(HandshakeRate.WINDOW.minus(ONE_MS));
    assertTrue(rate.refusalOf("10.0.0.1").isPresent());
    at(HandshakeRate.WINDOW);
    tryThree();
    assertTrue(rate.refusalOf("10.0.0.1").isPresent());
  }

  private void tryThree() {
    for (int i = 0; i < 3; i++) {
      assertEquals(Optional.empty(), rate.refusalOf("10.0.0.1"));
    }
  }

  private void at(Duration sinceStart) {
    rate.clock = Clock.fixed(START.plus(sinceStart), ZoneOffset.UTC);
  }
}
