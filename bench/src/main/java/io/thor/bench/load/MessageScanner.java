package io.thor.bench.load;

import java.nio.charset.StandardCharsets;

/**
 * Finds the synthetic messages in the text of a frame, plain or inside a batch, without parsing it.
 * It relies on the order of keys that Thor's encoder gives them. Not thread safe.
 */
final class MessageScanner {

  /** Takes what was found. */
  @FunctionalInterface
  interface Listener {

    /**
     * One message.
     *
     * @param symbol the number of its topic
     * @param sentNs nanoseconds since the epoch of Unix
     */
    void message(int symbol, long seq, long sentNs);
  }

  private static final byte[] PLAIN = utf8("{\"type\":\"synthetic\"");
  private static final byte[] BATCH = utf8("{\"type\":\"batch\"");
  private static final byte[] TOPIC = utf8("\"synthetic:S");
  private static final byte[] SEQ = utf8("\"seq\":");
  private static final byte[] SENT = utf8("\"sent_ns\":");

  private byte[] text = new byte[0];
  private int at;
  private int end;

  /** Reports each synthetic message of a text, in order. */
  void scan(byte[] bytes, int from, int to, Listener listener) {
    text = bytes;
    at = from;
    end = to;
    if (startsWith(PLAIN)) {
      message(listener);
    } else if (startsWith(BATCH)) {
      while (skipBehind(PLAIN)) {
        message(listener);
      }
    }
  }

  private void message(Listener listener) {
    long symbol = numberBehind(TOPIC);
    long seq = numberBehind(SEQ);
    long sentNs = numberBehind(SENT);
    listener.message((int) symbol, seq, sentNs);
  }

  private long numberBehind(byte[] key) {
    if (!skipBehind(key)) {
      throw new IllegalStateException(
          "a synthetic message has no " + new String(key, StandardCharsets.UTF_8));
    }
    long number = 0;
    while (at < end && text[at] >= '0' && text[at] <= '9') {
      number = number * 10 + (text[at] - '0');
      at++;
    }
    return number;
  }

  private boolean skipBehind(byte[] key) {
    int last = end - key.length;
    for (; at <= last; at++) {
      if (text[at] == key[0] && startsWith(key)) {
        at += key.length;
        return true;
      }
    }
    return false;
  }

  private boolean startsWith(byte[] key) {
    if (end - at < key.length) {
      return false;
    }
    for (int i = 0; i < key.length; i++) {
      if (text[at + i] != key[i]) {
        return false;
      }
    }
    return true;
  }

  private static byte[] utf8(String key) {
    return key.getBytes(StandardCharsets.UTF_8);
  }
}
