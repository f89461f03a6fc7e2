package io.thor.message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TopicTest {

  @Test
  void belongsToTheFeatureOfItsMessages() {
    for (Message message : Samples.byName().values()) {
      if (message instanceof TopicMessage onTopic) {
        assertEquals(
            Optional.of(onTopic.feature()),
            MessageTypes.featureOfTopics(onTopic.topic().prefix()),
            () -> "feature of " + onTopic.topic());
      }
    }
    assertEquals(Optional.empty(), MessageTypes.featureOfTopics("quotes"));
  }

  @Property
  void isReadAsItWasWritten(@ForAll("topics") Topic topic) {
    assertEquals(topic, Topic.parse(topic.toString()));
  }

  @Provide
  Arbitrary<Topic> topics() {
    Arbitrary<String> prefixes =
        Combinators.combine(
                Arbitraries.strings().withCharRange('a', 'z').ofLength(1),
                Arbitraries.strings()
                    .withCharRange('a', 'z')
                    .numeric()
                    .withChars('_')
                    .ofMaxLength(31))
            .as(String::concat);
    Arbitrary<String> keys =
        Arbitraries.strings().alpha().numeric().withChars("._-/").ofMinLength(1).ofMaxLength(64);
    return Combinators.combine(prefixes, keys).as(Topic::new);
  }

  @ParameterizedTest
  @ValueSource(strings = {"positions:ACC-1001", "intraday_bar:BTC-USD", "vwap:BRK/B", "a1_:."})
  void takesWhatTheProtocolNames(String written) {
    assertEquals(written, Topic.parse(written).toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {":k", "1a:k", "_a:k", "Positions:k", "a-b:k", " a:k", "a b:k"})
  void refusesAForeignPrefix(String written) {
    assertTrue(refusal(written).startsWith("topic prefix '"), refusal(written));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a:", "a:b:c", "a:b c", "a:é", "a:*", "a:k\n"})
  void refusesAForeignKey(String written) {
    assertTrue(refusal(written).startsWith("topic key '"), refusal(written));
  }

  @Test
  void saysHowATopicIsWritten() {
    assertEquals("topic 'positions' must be written prefix:key", refusal("positions"));
    assertEquals("topic '' must be written prefix:key", refusal(""));
    assertEquals("topic key 'b c' must match [A-Za-z0-9._/-]{1,64}", refusal("a:b c"));
  }

  @Test
  void hasLimits() {
    assertEquals(64, Topic.parse("a:" + "k".repeat(64)).key().length());
    assertThrows(IllegalArgumentException.class, () -> Topic.parse("a:" + "k".repeat(65)));
    assertEquals(32, Topic.parse("p".repeat(32) + ":k").prefix().length());
    assertThrows(IllegalArgumentException.class, () -> Topic.parse("p".repeat(33) + ":k"));
  }

  private static String refusal(String written) {
    return assertThrows(IllegalArgumentException.class, () -> Topic.parse(written)).getMessage();
  }
}
