package io.thor.bench.load;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.thor.message.ErrorMessage;
import io.thor.message.Message;
import io.thor.message.MessageEncoder;
import io.thor.message.StreamPosition;
import io.thor.message.SyntheticUpdate;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MessageScannerTest {

  @Test
  void findsThePlainMessageThatTheEncoderWrites() {
    assertEquals(List.of("3 42 1767623400123456789"), scan(text(synthetic(3, 42))));
  }

  @Test
  void findsEveryMessageOfABatch() {
    String batch =
        "{\"type\":\"batch\",\"data\":[%s,%s,%s]}"
            .formatted(text(synthetic(0, 1)), text(error()), text(synthetic(1, 7)));
    assertEquals(List.of("0 1 1767623400123456789", "1 7 1767623400123456789"), scan(batch));
  }

  @Test
  void passesOverOtherMessages() {
    assertEquals(List.of(), scan(text(error())));
    assertEquals(List.of(), scan(""));
  }

  @Test
  void staysWithinTheFrame() {
    byte[] bytes = (text(error()) + text(synthetic(0, 1))).getBytes(StandardCharsets.UTF_8);
    List<String> found = new ArrayList<>();
    new MessageScanner()
        .scan(bytes, 0, text(error()).length(), (symbol, seq, sentNs) -> found.add("" + seq));
    assertEquals(List.of(), found);
  }

  private static List<String> scan(String text) {
    List<String> found = new ArrayList<>();
    byte[] bytes = ("##" + text + "##").getBytes(StandardCharsets.UTF_8);
    new MessageScanner()
        .scan(
            bytes,
            2,
            bytes.length - 2,
            (symbol, seq, sentNs) -> found.add(symbol + " " + seq + " " + sentNs));
    return found;
  }

  private static String text(Message message) {
    return new String(MessageEncoder.encode(message), StandardCharsets.UTF_8);
  }

  private static Message synthetic(int symbol, long seq) {
    StreamPosition position =
        new StreamPosition("k7", seq, Instant.parse("2026-01-05T14:30:00.123Z"));
    return new SyntheticUpdate(position, "S" + symbol, 1_767_623_400_123_456_789L, "xxx");
  }

  private static Message error() {
    return new ErrorMessage("code", "words", false);
  }
}
