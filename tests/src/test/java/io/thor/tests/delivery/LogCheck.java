package io.thor.tests.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.thor.jsonp.Jsonp;
import io.thor.message.SyntheticUpdate;
import jakarta.json.JsonObject;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.CRC32C;

/**
 * Holds what one session receives of a synthetic log against what it must be: every entry once, in
 * order, with the bytes that all other sessions of the test receive for it.
 *
 * <p>Threads: safe, one accepts.
 *
 * <p>Errors: AssertionError at the first frame that is wrong.
 */
final class LogCheck {
  private final Checksums checksums;
  private volatile long last;

  /** What the sessions of one server have received so far, by position. */
  static final class Checksums {
    private final Map<Long, Long> byPosition = new ConcurrentHashMap<>();

    private void check(long seq, byte[] payload) {
      CRC32C checksum = new CRC32C();
      checksum.update(payload);
      Long other = byPosition.putIfAbsent(seq, checksum.getValue());
      assertEquals(
          other == null ? checksum.getValue() : other,
          checksum.getValue(),
          "bytes of entry " + seq);
    }
  }

  LogCheck(Checksums checksums) {
    this.checksums = checksums;
  }

  /** The position of the last entry; 0 before the first. */
  long last() {
    return last;
  }

  void accept(RawFrame frame) {
    if (!frame.isText()) {
      return;
    }
    assertFalse(frame.compressed(), "a frame is compressed, which nobody agreed to");
    JsonObject message = parse(frame.text());
    if (!message.getString("type").equals(SyntheticUpdate.TOPIC_PREFIX)) {
      return;
    }
    long seq = message.getJsonNumber("seq").longValueExact();
    if (last != 0) {
      assertEquals(last + 1, seq, "the entry that follows");
    }
    checksums.check(seq, frame.payload());
    last = seq;
  }

  private static JsonObject parse(String text) {
    return Jsonp.readObject(text);
  }
}
