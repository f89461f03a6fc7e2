package io.thor.message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every message keeps, whatever its feature. */
class EnvelopeTest {

  private static final Set<String> PREFIXES =
      Set.of(
          "account_balance",
          "positions",
          "intraday_bar",
          "forming_bar",
          "synthetic",
          "vwap",
          "market_status");

  static Stream<Message> messages() {
    return Samples.byName().values().stream();
  }

  static Stream<TopicMessage> topicMessages() {
    return messages().filter(TopicMessage.class::isInstance).map(TopicMessage.class::cast);
  }

  @ParameterizedTest
  @MethodSource("topicMessages")
  void isWrittenWithItsPositionInOrder(TopicMessage message) {
    JsonObject envelope = parse(message);

    assertEquals(
        List.of("type", "topic", "epoch", "seq", "as_of", "data"),
        new ArrayList<>(envelope.keySet()));
    assertEquals(message.type(), envelope.getString("type"));
    assertEquals(message.topic(), Topic.parse(envelope.getString("topic")));
    assertEquals(message.position().epoch(), envelope.getString("epoch"));
    assertEquals(message.position().seq(), envelope.getJsonNumber("seq").longValueExact());
    assertEquals(message.position().asOf().toString(), envelope.getString("as_of"));
  }

  @ParameterizedTest
  @MethodSource("topicMessages")
  void belongsToAFeatureAndAKnownTopic(TopicMessage message) {
    assertTrue(MessageTypes.features().contains(message.feature()), message.feature());
    assertTrue(PREFIXES.contains(message.topic().prefix()), message.topic().prefix());
  }

  @ParameterizedTest
  @MethodSource("messages")
  void holdsTheSameDataOnBothPaths(Message message) {
    String envelope = new String(MessageEncoder.encode(message), StandardCharsets.UTF_8);

    assertTrue(
        envelope.endsWith(",\"data\":" + MessageEncoder.encodeData(message) + "}"), envelope);
    assertFalse(parse(message).getJsonObject("data").containsKey("position"));
  }

  @ParameterizedTest
  @MethodSource("messages")
  void namesItsMembersInSnakeCase(Message message) {
    parse(message)
        .getJsonObject("data")
        .keySet()
        .forEach(name -> assertTrue(name.matches("[a-z]+(_[a-z0-9]+)*"), name));
  }

  @Test
  void carriesNoPositionWhereThereIsNoTopic() {
    assertEquals(List.of("type", "data"), new ArrayList<>(parse(Samples.heartbeat()).keySet()));
    assertEquals(List.of("type", "data"), new ArrayList<>(parse(Samples.error()).keySet()));
  }

  @Test
  void knowsTypesAndFeaturesOfTheProtocol() {
    assertEquals(
        Set.of(
            "account_balance",
            "positions",
            "intraday_bar",
            "vwap_update",
            "market_status",
            "heartbeat",
            "error_message",
            "synthetic"),
        MessageTypes.all().stream().map(MessageTypes.Entry::type).collect(Collectors.toSet()));
    assertEquals(
        List.of("account_balance", "positions", "intraday", "global_market"),
        MessageTypes.features());
  }

  @Test
  void allPermittedMessagesAreRecordsWithTypesOfTheirOwn() {
    List<MessageTypes.Entry> all = MessageTypes.all();

    assertTrue(all.stream().allMatch(entry -> entry.message().isRecord()));
    assertEquals(all.size(), all.stream().map(MessageTypes.Entry::type).distinct().count());
  }

  private static JsonObject parse(Message message) {
    try (JsonReader reader =
        Json.createReader(new ByteArrayInputStream(MessageEncoder.encode(message)))) {
      return reader.readObject();
    }
  }
}
