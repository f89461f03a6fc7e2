package io.thor.tests.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.json.JsonObject;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What the clients of one server have been told together: at one position all must be told the
 * same.
 *
 * <p>Threads: safe.
 */
final class Committed {
  private final Map<Position, JsonObject> messages = new ConcurrentHashMap<>();
  private final Map<String, Long> heads = new ConcurrentHashMap<>();

  private record Position(String topic, String epoch, long seq) {}

  /** Errors: AssertionError when somebody was told something else. */
  void accept(String topic, String epoch, long seq, JsonObject message) {
    Position position = new Position(topic, epoch, seq);
    JsonObject other = messages.putIfAbsent(position, message);
    assertEquals(other == null ? message : other, message, position::toString);
    heads.merge(topic, seq, Math::max);
  }

  /** The last position that anybody was told, by topic. */
  Map<String, Long> heads() {
    return Map.copyOf(heads);
  }
}
