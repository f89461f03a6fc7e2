package io.thor.protection;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import io.thor.config.Settings;
import io.thor.time.FakeClock;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BodyReaderTest {

  private static final byte[] BODY = {'{', '}'};

  private final FakeClock clock = new FakeClock("2026-01-05T14:30:00Z");
  private final BodyReader reader = new BodyReader();

  @BeforeEach
  void allowOneKibInOneSecond() {
    reader.clock = clock;
    reader.settings =
        new Settings() {
          @Override
          public Optional<String> find(String key) {
            return Optional.of("1");
          }
        };
    reader.configure();
  }

  @Test
  void readsAll() throws Exception {
    assertArrayEquals(BODY, reader.read(new ByteArrayInputStream(BODY), -1, "10.0.0.1"));
  }

  /** Behind it a server may wait for more that never comes. */
  @Test
  void asksForNothingBehindTheAnnouncedEnd() throws Exception {
    InputStream more = new Once(() -> fail("was asked for more"));
    InputStream endless = new SequenceInputStream(new ByteArrayInputStream(BODY), more);
    assertArrayEquals(BODY, reader.read(endless, BODY.length, "10.0.0.1"));
  }

  @Test
  void refusesWhatIsTooLongAnnouncedOrNot() {
    InputStream longer = new ByteArrayInputStream(new byte[1025]);
    assertEquals(413, refused(longer, -1));
    assertEquals(413, refused(new ByteArrayInputStream(BODY), 1025));
  }

  @Test
  void refusesWhatComesTooSlowly() {
    assertEquals(408, refused(new Trickle(() -> clock.turn(Duration.ofMillis(400))), -1));
  }

  /** A body that waits for others to be read meanwhile, eight deep, is one too many. */
  @Test
  void readsFewAtOnceOfOneAddress() throws Exception {
    assertEquals(429, refusedBehind(8, "10.0.0.1"));
    assertArrayEquals(BODY, reader.read(new ByteArrayInputStream(BODY), -1, "10.0.0.1"));
  }

  @Test
  void readsFewAtOnceOfAll() {
    assertEquals(503, refusedBehind(16, "10.0.0."));
  }

  @Test
  void readsWhatHasComeHoweverManyAreOnTheirWay() throws Exception {
    byte[][] read = new byte[1][];
    Once last = new Once(() -> read[0] = readAnnounced());
    readBehind(7, last);
    assertArrayEquals(BODY, read[0]);
  }

  private byte[] readAnnounced() {
    try {
      return reader.read(new ByteArrayInputStream(BODY), BODY.length, "10.0.0.1");
    } catch (IOException | BodyRefusedException e) {
      throw new AssertionError(e);
    }
  }

  /** Reads the last body while so many others are being read. */
  private void readBehind(int depth, InputStream last) {
    InputStream body = depth == 0 ? last : new Once(() -> readBehind(depth - 1, last));
    try {
      reader.read(body, -1, "10.0.0.1");
    } catch (IOException | BodyRefusedException e) {
      throw new AssertionError(e);
    }
  }

  /** Tries one more body while so many are being read; their addresses differ after a dot. */
  private int refusedBehind(int depth, String address) {
    String whose = address.endsWith(".") ? address + depth : address;
    int[] status = new int[1];
    InputStream body =
        depth == 0
            ? new ByteArrayInputStream(BODY)
            : new Once(() -> status[0] = refusedBehind(depth - 1, address));
    try {
      reader.read(body, -1, whose);
      return status[0];
    } catch (BodyRefusedException e) {
      assertTrue(e.getMessage().contains("wait"), e.getMessage());
      return e.status();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private int refused(InputStream body, long announced) {
    return assertThrows(BodyRefusedException.class, () -> reader.read(body, announced, "10.0.0.1"))
        .status();
  }

  /** Gives one byte at a time, for ever. */
  private static final class Trickle extends InputStream {
    private final Runnable before;

    Trickle(Runnable before) {
      this.before = before;
    }

    @Override
    public int read() {
      before.run();
      return ' ';
    }

    @Override
    public int read(byte[] target, int offset, int length) {
      target[offset] = (byte) read();
      return 1;
    }
  }

  /** Does something when it is read, and is empty. */
  private static final class Once extends InputStream {
    private final Runnable action;

    Once(Runnable action) {
      this.action = action;
    }

    @Override
    public int read() {
      action.run();
      return -1;
    }
  }
}
