package io.thor.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class StreamLineTest {

  private static final StreamLine VWAP =
      StreamLine.of(
          "{\"type\":\"vwap_update\",\"topic\":\"vwap:BTC-USD\",\"epoch\":\"k7\",\"seq\":4,\"data\":{\"vwap\":0.00000001}}");

  @Test
  void printsTypeAndDataAsTheyCame() {
    assertEquals("[WS] vwap_update: {\"vwap\":0.00000001}", VWAP.toString());
    assertEquals("[WS] pong: ", StreamLine.of("{\"type\":\"pong\",\"timestamp\":7}").toString());
  }

  @Test
  void isOnATopicByNameOrPrefix() {
    assertTrue(VWAP.isOn(List.of()));
    assertTrue(VWAP.isOn(List.of("positions:*", "vwap:BTC-USD")));
    assertTrue(VWAP.isOn(List.of("vwap:*")));
    assertFalse(VWAP.isOn(List.of("vwap:BTC")));
    assertFalse(StreamLine.of("{\"type\":\"pong\"}").isOn(List.of("vwap:*")));
  }

  @Test
  void refusesWhatIsNoMessage() {
    assertThrows(ServerFailed.class, () -> StreamLine.of("<html>"));
    assertThrows(ServerFailed.class, () -> StreamLine.of("{\"kind\":1}"));
  }
}
