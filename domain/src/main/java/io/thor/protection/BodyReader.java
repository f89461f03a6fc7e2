package io.thor.protection;

import io.thor.config.Settings;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * Reads the bodies of requests before anybody is authenticated, each within a length and a time. A
 * body that is still to come holds one of the server's threads, so that few of those are read at
 * once, and fewer from one address.
 *
 * <p>Threads: any; {@link #read} waits for the body. Errors: {@link BodyRefusedException}.
 */
@ApplicationScoped
public class BodyReader {

  /** Key: the longest body of a request, in KiB. */
  public static final String LONGEST_KEY = "thor.security.request-kib";

  /** Key: how long a body may take to come, in seconds. */
  public static final String PATIENCE_KEY = "thor.security.request-seconds";

  private static final int MOST_AT_ONCE = 16;
  private static final int MOST_OF_ADDRESS = 8;
  private static final int CHUNK = 8 * 1024;

  @Inject Settings settings;
  @Inject Clock clock;

  private final Map<String, Integer> byAddress = new HashMap<>();
  private int reading;
  private int longest;
  private Duration patience = Duration.ZERO;

  @PostConstruct
  void configure() {
    longest = settings.wholeNumber(LONGEST_KEY, 64, 1, 16 * 1024) * 1024;
    patience = Duration.ofSeconds(settings.wholeNumber(PATIENCE_KEY, 10, 1, 600));
  }

  /**
   * The whole body.
   *
   * @param announced its length in bytes, less than zero where it is not known
   * @param address of the client
   */
  byte[] read(InputStream body, long announced, String address)
      throws IOException, BodyRefusedException {
    if (announced > longest) {
      throw tooLong();
    }
    if (announced >= 0 && body.available() >= announced) {
      return readInTime(body, announced);
    }
    enter(address);
    try {
      return readInTime(body, announced);
    } finally {
      leave(address);
    }
  }

  /**
   * Asks for nothing behind the announced end: Grizzly, below Payara and GlassFish, does not see
   * the end of a body whose client offers HTTP/2, as Java's own does, and waits for more until it
   * fails.
   */
  private byte[] readInTime(InputStream body, long announced)
      throws IOException, BodyRefusedException {
    Instant end = clock.instant().plus(patience);
    ByteArrayOutputStream read = new ByteArrayOutputStream();
    byte[] chunk = new byte[CHUNK];
    while (announced < 0 || read.size() < announced) {
      int more = body.read(chunk);
      if (more < 0) {
        break;
      }
      read.write(chunk, 0, more);
      if (read.size() > longest) {
        throw tooLong();
      }
      if (clock.instant().isAfter(end)) {
        throw new BodyRefusedException(
            408,
            "Request Timeout",
            "the body took longer than " + patience.toSeconds() + " s; send it at once");
      }
    }
    return read.toByteArray();
  }

  private synchronized void enter(String address) throws BodyRefusedException {
    int others = byAddress.getOrDefault(address, 0);
    if (reading >= MOST_AT_ONCE || others >= MOST_OF_ADDRESS) {
      boolean full = others < MOST_OF_ADDRESS;
      throw new BodyRefusedException(
          full ? 503 : 429,
          full ? "Service Unavailable" : "Too Many Requests",
          "too many bodies are on their way already; wait " + patience.toSeconds() + " s");
    }
    reading++;
    byAddress.put(address, others + 1);
  }

  private synchronized void leave(String address) {
    reading--;
    byAddress.computeIfPresent(address, (same, count) -> count == 1 ? null : count - 1);
  }

  private BodyRefusedException tooLong() {
    return new BodyRefusedException(
        413, "Content Too Large", "the body is longer than " + longest + " bytes; send less");
  }
}
