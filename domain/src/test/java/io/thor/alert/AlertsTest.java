package io.thor.alert;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.thor.config.InvalidSettingException;
import io.thor.config.Settings;
import io.thor.cutover.OperatorAlert;
import io.thor.time.FakeClock;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AlertsTest {

  private static final String HOOK = "https://hooks.example.com/s3cret";

  private final FakeClock clock = new FakeClock("2026-01-05T12:00:00Z");
  private final List<OperatorAlert> taken = new ArrayList<>();

  private Alerts alerts(Optional<String> url) {
    Alerts alerts = new Alerts();
    alerts.clock = clock;
    alerts.settings =
        new Settings() {
          @Override
          public Optional<String> find(String key) {
            return key.equals(Alerts.URL_KEY) ? url : Optional.empty();
          }
        };
    alerts.read();
    return alerts;
  }

  private static OperatorAlert alert(String message) {
    return new OperatorAlert("pause", "positions", message, Instant.EPOCH);
  }

  private void take(URI address, OperatorAlert alert) {
    assertEquals(URI.create(HOOK), address);
    taken.add(alert);
  }

  @Test
  void sendsAllThatWaitsInOrder() {
    Alerts alerts = alerts(Optional.of(HOOK));
    alerts.onAlert(alert("one"));
    alerts.onAlert(alert("two"));
    alerts.send(this::take);
    alerts.send(this::take);

    assertEquals(List.of(alert("one"), alert("two")), taken);
  }

  @Test
  void triesAgainLater() {
    Alerts alerts = alerts(Optional.of(HOOK));
    alerts.onAlert(alert("one"));
    Alerts.Sender broken =
        (address, alert) -> {
          throw new AlertFailedException("the webhook answered 500");
        };
    alerts.send(broken);
    alerts.send(this::take);
    assertEquals(List.of(), taken);

    clock.turn(Duration.ofSeconds(1));
    alerts.send(this::take);
    assertEquals(List.of(alert("one")), taken);
  }

  @Test
  void keepsNothingWithoutAnAddress() {
    Alerts alerts = alerts(Optional.empty());
    alerts.onAlert(alert("one"));
    alerts.send(this::take);

    assertEquals(List.of(), taken);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"hooks.example.com/s3cret", "ftp://hooks/s3cret", "https://s3cret s3cret"})
  void refusesWhatIsNoAddressWithoutRepeatingIt(String url) {
    InvalidSettingException refused =
        assertThrows(InvalidSettingException.class, () -> alerts(Optional.of(url)));

    assertFalse(refused.getMessage().contains("s3cret"), refused.getMessage());
    assertTrue(refused.getMessage().contains(Alerts.URL_KEY), refused.getMessage());
  }
}
