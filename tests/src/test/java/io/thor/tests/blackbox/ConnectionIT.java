package io.thor.tests.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.thor.tests.server.SharedServer;
import io.thor.tests.server.ThorServer;
import jakarta.json.JsonValue;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(SharedServer.class)
class ConnectionIT {
  private static final Duration LIMIT = Duration.ofSeconds(20);
  private static final int INBOUND_LIMIT = 16 * 1024;

  private final ThorClient trader;

  ConnectionIT(ThorServer server) {
    trader = ThorClient.signIn(server, DemoUser.TRADER);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1764000000123", "\"2026-01-05T14:30:00Z\"", "null", "1.50"})
  void answersPingWithItsTimestamp(String timestamp) {
    try (FrameStream stream = trader.open()) {
      stream.send("{\"type\":\"ping\",\"timestamp\":" + timestamp + "}");
      Received pong = stream.await("a pong", LIMIT, frame -> frame.is("pong"));
      assertEquals("{\"type\":\"pong\",\"timestamp\":" + timestamp + "}", pong.text());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"{", "", "ping", "[1,2]", "{\"type\":7}", "{\"data\":{}}"})
  void answersWhatIsNoMessageAndStaysOpen(String text) {
    try (FrameStream stream = trader.open()) {
      stream.send(text);
      Received error = stream.await("an error", LIMIT, frame -> frame.is("error_message"));
      assertEquals("invalid_message", error.data().getString("code"));
      assertFalse(error.data().getString("message").isBlank());
      assertEquals(JsonValue.FALSE, error.data().get("retry"));
      assertAnswersPing(stream);
    }
  }

  @Test
  void ignoresUnknownTypesAndMembers() {
    try (FrameStream stream = trader.open()) {
      stream.send("{\"type\":\"from_the_future\",\"id\":1,\"data\":{\"a\":[1]}}");
      stream.send("{\"type\":\"ping\",\"timestamp\":1,\"colour\":\"green\"}");
      stream.await("a pong", LIMIT, frame -> frame.is("pong"));
      assertTrue(stream.frames().stream().noneMatch(frame -> frame.is("error_message")));
    }
  }

  @Test
  void takesAFrameOfTheLimitAndClosesOnALongerOne() {
    try (FrameStream stream = trader.open()) {
      stream.send(pingOfLength(INBOUND_LIMIT));
      stream.await("a pong", LIMIT, frame -> frame.is("pong"));
      stream.send(pingOfLength(INBOUND_LIMIT + 1));
      assertEquals(1009, stream.awaitClose(LIMIT));
    }
  }

  private static String pingOfLength(int length) {
    String start = "{\"type\":\"ping\",\"timestamp\":1,\"padding\":\"";
    String end = "\"}";
    return start + "x".repeat(length - start.length() - end.length()) + end;
  }

  private static void assertAnswersPing(FrameStream stream) {
    stream.send("{\"type\":\"ping\",\"timestamp\":1}");
    stream.await("a pong", LIMIT, frame -> frame.is("pong"));
  }
}
