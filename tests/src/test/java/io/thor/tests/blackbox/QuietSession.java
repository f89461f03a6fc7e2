package io.thor.tests.blackbox;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.thor.tests.server.Await;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * The connection of a full client that subscribes to nothing: from its welcome on it gets
 * heartbeats, the heads behind each, and protocol pings.
 */
record QuietSession(FrameStream stream) implements AutoCloseable {
  private static final Set<String> LITTLE = Set.of("heartbeat", "heads");
  private static final Duration LIMIT = Duration.ofSeconds(60);

  static QuietSession open(ThorClient client, String origin) {
    FrameStream stream = client.openAsync("Origin", origin).join();
    stream.send("{\"type\":\"hello\",\"id\":1,\"data\":{\"protocol\":1}}");
    stream.await("the welcome", LIMIT, frame -> frame.is("welcome"));
    return new QuietSession(stream);
  }

  /** Waits until no message came for longer than that and then one came, and asks for one. */
  void assertOutlives(Duration silence) {
    Await.until(() -> stream.isClosed() || isLonger(silence), LIMIT);
    assertFalse(stream.isClosed(), () -> "closed after " + quiet());
    assertTrue(isLonger(silence), () -> "no such silence in " + quiet());
    assertAnswers(1);
  }

  /** Sends a ping of that number, which no ping before had, and waits for its pong. */
  void assertAnswers(int number) {
    stream.send("{\"type\":\"ping\",\"timestamp\":%d}".formatted(number));
    stream.await(
        "a pong", LIMIT, frame -> frame.is("pong") && frame.json().getInt("timestamp") == number);
  }

  private boolean isLonger(Duration silence) {
    List<Instant> beats =
        quiet().stream()
            .filter(frame -> frame.is("heartbeat"))
            .map(frame -> Instant.parse(frame.data().getString("timestamp")))
            .toList();
    for (int i = 1; i < beats.size(); i++) {
      if (Duration.between(beats.get(i - 1), beats.get(i)).compareTo(silence) > 0) {
        return true;
      }
    }
    return false;
  }

  private List<Received> quiet() {
    List<Received> quiet =
        stream.frames().stream().dropWhile(frame -> !frame.is("welcome")).skip(1).toList();
    assertTrue(quiet.stream().allMatch(frame -> LITTLE.contains(frame.type())), quiet::toString);
    return quiet;
  }

  @Override
  public void close() {
    stream.close();
  }
}
