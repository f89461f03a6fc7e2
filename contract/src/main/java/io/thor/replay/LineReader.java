package io.thor.replay;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;

/**
 * Reads lines of UTF-8 that end with LF, CR or both, in bounded memory: what a line has beyond
 * {@value #LONGEST} characters is dropped and the line says so. A byte order mark is no part of the
 * first line.
 *
 * <p>Threads: not thread safe.
 */
final class LineReader implements Closeable {

  static final int LONGEST = 16_384;
  private static final int BUFFER = 1 << 16;
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final Reader reader;
  private final char[] buffer = new char[BUFFER];
  private int at;
  private int end;
  private final StringBuilder line = new StringBuilder();
  private boolean tooLong;
  private boolean afterReturn;
  private long number;

  LineReader(InputStream bytes) {
    reader = new InputStreamReader(bytes, StandardCharsets.UTF_8);
  }

  /** Goes to the next line; false at the end. */
  boolean next() throws IOException {
    line.setLength(0);
    tooLong = false;
    if (afterReturn && hasMore() && buffer[at] == '\n') {
      at++;
    }
    afterReturn = false;
    if (number == 0 && hasMore() && buffer[at] == BYTE_ORDER_MARK) {
      at++;
    }
    if (!hasMore()) {
      return false;
    }
    number++;
    boolean ended = false;
    while (!ended && hasMore()) {
      int from = at;
      ended = findEnd();
      append(from, at);
      at += ended ? 1 : 0;
    }
    return true;
  }

  /** Goes to the end of the line or of the buffer; true for that of the line. */
  private boolean findEnd() {
    while (at < end) {
      char character = buffer[at];
      if (character == '\n' || character == '\r') {
        afterReturn = character == '\r';
        return true;
      }
      at++;
    }
    return false;
  }

  /** The line without its end. */
  String text() {
    return line.toString();
  }

  /** Of the line, from 1. */
  long number() {
    return number;
  }

  boolean isTooLong() {
    return tooLong;
  }

  private void append(int from, int to) {
    int room = LONGEST - line.length();
    tooLong |= to - from > room;
    line.append(buffer, from, Math.min(to - from, room));
  }

  private boolean hasMore() throws IOException {
    if (at == end) {
      at = 0;
      end = Math.max(0, reader.read(buffer, 0, BUFFER));
    }
    return at < end;
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
