package io.thor.jobs.feed;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Puts lines of UTF-8 together from bytes as they come, in bounded memory: of a line of more than
 * {@value #LONGEST} bytes nothing is kept.
 *
 * <p>Threads: not thread safe.
 */
final class LineAssembler {

  static final int LONGEST = 16_384;

  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private boolean tooLong;
  private long number;

  /** Takes bytes up to the end of a line; empty where the bytes end before the line does. */
  Optional<FeedLine> next(ByteBuffer bytes) {
    while (bytes.hasRemaining()) {
      byte value = bytes.get();
      if (value == '\n') {
        return Optional.of(finish());
      }
      if (line.size() == LONGEST) {
        tooLong = true;
        line.reset();
      }
      if (!tooLong) {
        line.write(value);
      }
    }
    return Optional.empty();
  }

  private FeedLine finish() {
    number++;
    Optional<String> text =
        tooLong ? Optional.empty() : Optional.of(line.toString(StandardCharsets.UTF_8).strip());
    line.reset();
    tooLong = false;
    return new FeedLine(number, text);
  }
}
