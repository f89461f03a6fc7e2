package io.thor.tests.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import io.thor.jsonp.Jsonp;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * What one full client holds of its topics, kept over all its connections: of a log every entry
 * once and in order, of a state the latest.
 *
 * <p>Threads: safe; one accepts.
 *
 * <p>Errors: AssertionError at the first message that breaks a promise of the protocol.
 */
final class Journal {
  private static final Set<String> LOGS = Set.of("intraday_bar", "synthetic");
  private static final List<String> STATES =
      List.of("account_balance", "positions", "vwap", "market_status", "forming_bar");

  private final Committed committed;
  private final Set<String> topics = ConcurrentHashMap.newKeySet();
  private final Map<String, Held> held = new ConcurrentHashMap<>();
  private volatile boolean subscribed;

  /** How far a topic is held. */
  private record Held(String epoch, long seq) {}

  Journal(Committed committed) {
    this.committed = committed;
  }

  /** Asks for everything at first, and from then on for each topic from where it is held. */
  String subscription() {
    subscribed = false;
    JsonArrayBuilder wanted = Jsonp.array();
    if (topics.isEmpty()) {
      LOGS.forEach(prefix -> wanted.add(Jsonp.object().add("topic", prefix + ":*")));
      STATES.forEach(prefix -> wanted.add(Jsonp.object().add("topic", prefix + ":*")));
    }
    topics.forEach(topic -> wanted.add(request(topic)));
    return Jsonp.object()
        .add("type", "subscribe")
        .add("data", Jsonp.object().add("topics", wanted))
        .build()
        .toString();
  }

  private JsonObjectBuilder request(String topic) {
    JsonObjectBuilder request = Jsonp.object().add("topic", topic);
    if (isLog(topic) && held.containsKey(topic)) {
      request.add("epoch", held.get(topic).epoch()).add("seq", held.get(topic).seq());
    }
    return request;
  }

  /** Whether the last subscription was answered. */
  boolean isSubscribed() {
    return subscribed;
  }

  /** Whether each topic is held up to its position or further. */
  boolean hasReached(Map<String, Long> goal) {
    return missing(goal).isEmpty();
  }

  /** What is not held up to its position, and how far it is. */
  Map<String, Long> missing(Map<String, Long> goal) {
    return goal.keySet().stream()
        .filter(topic -> seq(topic) < goal.get(topic))
        .collect(Collectors.toMap(topic -> topic, this::seq));
  }

  /** How far a topic is held; 0 when nothing is. */
  long seq(String topic) {
    return held.containsKey(topic) ? held.get(topic).seq() : 0;
  }

  void accept(JsonObject message) {
    switch (message.getString("type")) {
      case "subscribed" -> answered(message.getJsonObject("data"));
      case "heads" -> message.getJsonObject("data").forEach(this::assertNothingLost);
      case "error_message" -> fail("the server says " + message);
      default -> {
        if (message.containsKey("topic")) {
          take(message.getString("topic"), message);
        }
      }
    }
  }

  private void answered(JsonObject data) {
    assertTrue(data.containsKey("rejected"));
    for (JsonObject answer : data.getJsonArray("topics").getValuesAs(JsonObject.class)) {
      String topic = answer.getString("topic");
      topics.add(topic);
      if (isLog(topic) && held.containsKey(topic)) {
        assertTrue(answer.getBoolean("resumed"), () -> held.get(topic) + " of " + answer);
      }
    }
    subscribed = true;
  }

  private void take(String topic, JsonObject message) {
    Held next = new Held(message.getString("epoch"), message.getJsonNumber("seq").longValueExact());
    committed.accept(topic, next.epoch(), next.seq(), message);
    Held last = held.get(topic);
    if (last != null) {
      assertEquals(last.epoch(), next.epoch(), () -> "epoch of " + topic);
      if (isLog(topic)) {
        assertEquals(last.seq() + 1, next.seq(), () -> "the entry that follows of " + topic);
      }
    }
    if (last == null || next.seq() > last.seq()) {
      held.put(topic, next);
    }
  }

  /** Heads stand behind all that they tell of. */
  private void assertNothingLost(String topic, JsonValue head) {
    long seq = ((JsonArray) head).getJsonNumber(1).longValueExact();
    assertTrue(
        seq(topic) >= seq,
        () -> topic + " has come to " + seq + ", and " + seq(topic) + " is held");
  }

  private static boolean isLog(String topic) {
    return LOGS.contains(topic.substring(0, topic.indexOf(':')));
  }
}
