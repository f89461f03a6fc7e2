package io.thor.jobs.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.thor.config.InvalidSettingException;
import io.thor.config.Settings;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TcpSettingsTest {

  private static final Duration STALE = Duration.ofSeconds(4);

  @AfterEach
  void clear() {
    System.clearProperty(TcpSettings.ADDRESS_KEY);
    System.clearProperty(TcpSettings.HEARTBEAT_KEY);
  }

  @ParameterizedTest
  @ValueSource(strings = {"gateway.example.com:7001", "127.0.0.1:7001", "[::1]:7001"})
  void readsAnAddress(String address) {
    System.setProperty(TcpSettings.ADDRESS_KEY, address);

    assertEquals(7001, TcpSettings.of(new Settings(), STALE).port());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "gateway", "gateway:", ":7001", "gateway:0", "gateway:65536", "::1"})
  void refusesWhatIsNone(String address) {
    System.setProperty(TcpSettings.ADDRESS_KEY, address);

    String message =
        assertThrows(InvalidSettingException.class, () -> TcpSettings.of(new Settings(), STALE))
            .getMessage();
    assertTrue(message.contains("HOST:PORT"), message);
  }

  @Test
  void refusesHeartbeatsThatLeaveTheFeedStale() {
    System.setProperty(TcpSettings.ADDRESS_KEY, "gateway:7001");
    System.setProperty(TcpSettings.HEARTBEAT_KEY, "2001");

    String message =
        assertThrows(InvalidSettingException.class, () -> TcpSettings.of(new Settings(), STALE))
            .getMessage();
    assertTrue(message.contains("at most half of thor.feed.stale-ms, 2000"), message);
  }
}
