package io.thor.channel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.thor.message.Audience;
import io.thor.message.Message;
import io.thor.message.MessageEncoder;
import io.thor.message.Retention;
import io.thor.message.Samples;
import io.thor.message.Topic;
import java.nio.ByteBuffer;
import java.nio.ReadOnlyBufferException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FrameTest {

  static Stream<Message> messages() {
    return Samples.byName().values().stream();
  }

  @ParameterizedTest
  @MethodSource("messages")
  void isTheEncodedMessage(Message message) {
    Frame frame = Frame.of(message);
    byte[] bytes = new byte[frame.length()];
    frame.utf8().get(bytes);

    assertArrayEquals(MessageEncoder.encode(message), bytes);
    assertEquals(new String(bytes, StandardCharsets.UTF_8), frame.text());
    assertEquals(message.type(), frame.type());
  }

  @ParameterizedTest
  @MethodSource("messages")
  void isRetainedAsItsMessageSays(Message message) {
    assertEquals(message.retention(), Frame.of(message).retention());
  }

  @Test
  void knowsItsWay() {
    Frame frame = Frame.of(Samples.positions());

    Frame.Route route = frame.route().orElseThrow();
    assertEquals(new Topic("positions", "ACC-1001"), route.topic());
    assertEquals(Samples.position(7), route.position());
    assertEquals("positions", route.feature());
    assertEquals(Audience.holdersOf("ACC-1001"), frame.audience());
  }

  @Test
  void goesToEveryoneOnNoTopicWhenItIsAHeartbeat() {
    Frame frame = Frame.of(Samples.heartbeat());

    assertTrue(frame.route().isEmpty());
    assertEquals(Audience.EVERYONE, frame.audience());
  }

  @Test
  void sharesBytesThatNoReaderCanChangeOrUseUp() {
    Frame frame = Frame.of(Samples.vwap());
    ByteBuffer first = frame.utf8();
    first.position(first.limit());

    assertEquals(frame.length(), frame.utf8().remaining());
    assertThrows(ReadOnlyBufferException.class, () -> frame.utf8().put(0, (byte) 'x'));
  }

  @Test
  void anAnswerIsSentAsItIsAndNeverConflated() {
    Frame frame = Frame.answer("pong", "{\"type\":\"pong\",\"é\":1}");

    assertEquals("pong", frame.type());
    assertEquals("{\"type\":\"pong\",\"é\":1}", frame.text());
    assertEquals(22, frame.length());
    assertEquals(Retention.LOG, frame.retention());
    assertTrue(frame.route().isEmpty());
  }
}
