package io.thor.tests.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.thor.tests.server.Await;
import io.thor.tests.server.FreePorts;
import io.thor.tests.server.ServerLog;
import io.thor.tests.server.SharedServer;
import io.thor.tests.server.ThorServer;
import io.thor.tests.server.ThorServers;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/**
 * What every writer has to do before it may be used, on a server of its own that publishes 4 MB a
 * second to each session.
 */
@TestInstance(Lifecycle.PER_CLASS)
abstract class WriterSuite {
  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final int RATE = 200;
  private static final int ENTRY_BYTES = 20_000;

  /**
   * Entries for which a reader stands still: 10 MB, more than the kernel holds for a connection, so
   * the server is left with a part of a frame; and half of the time after which it gives up.
   */
  private static final int STALL = 500;

  private static final int STALLS = 2;
  private static final int BUFFER_BYTES = 1 << 16;
  private static final int CHUNK_BYTES = 1500;
  private static final Set<Integer> SLOW_CODES = Set.of(4101, 4102);
  private static final Set<String> WITHOUT_TYRUS = Set.of("wildfly", "openliberty");

  private final String writer;
  private final LogCheck.Checksums checksums = new LogCheck.Checksums();
  private Optional<ThorServer> started = Optional.empty();
  private int securePort;
  private Doorway doorway;

  WriterSuite(String writer) {
    this.writer = writer;
  }

  @BeforeAll
  void start() {
    boolean known = !WITHOUT_TYRUS.contains(ThorServers.kind()) || writer.equals("portable");
    assumeTrue(known, "on this server there is only the portable writer");
    Map<String, String> settings = new HashMap<>(SharedServer.SETTINGS);
    settings.put("thor.push.writer", writer);
    settings.put("thor.push.log-mib", "256");
    settings.put("thor.push.ping-ms", "2000");
    settings.put("thor.push.pong-limit-ms", "10000");
    settings.put("thor.feed", "synthetic");
    settings.put("thor.feed.synthetic.rate-per-second", String.valueOf(RATE));
    settings.put("thor.feed.synthetic.payload-bytes", String.valueOf(ENTRY_BYTES));
    if (ThorServers.kind().equals("micro")) {
      // Payara Micro reads its own options from system properties, too.
      securePort = FreePorts.one();
      settings.put("payaramicro.sslPort", String.valueOf(securePort));
    }
    ThorServer server = ThorServers.start(settings, SharedServer.ENVIRONMENT);
    started = Optional.of(server);
    doorway = Doorway.of(server);
  }

  @AfterAll
  void close() {
    started.ifPresent(ThorServer::close);
  }

  @Test
  void isTheOneThatWasAskedFor() throws IOException {
    try (HealthyReader reader = HealthyReader.start(doorway, checksums)) {
      reader.await(1);
      assertLogged("the " + writer + " writer");
    }
  }

  @Test
  void cutsNoFrameOfAReaderThatStalls() throws IOException {
    try (HealthyReader healthy = HealthyReader.start(doorway, checksums);
        RawSocket slow = RawSocket.open(doorway.narrow(BUFFER_BYTES, CHUNK_BYTES))) {
      LogCheck check = new LogCheck(checksums);
      for (int stall = 0; stall < STALLS; stall++) {
        healthy.await(STALL);
        long published = healthy.last();
        while (check.last() < published) {
          check.accept(slow.read(LIMIT));
        }
      }
    }
  }

  @Test
  void answersPingsBetweenFramesAlone() throws IOException {
    try (HealthyReader healthy = HealthyReader.start(doorway, checksums);
        RawSocket slow = RawSocket.open(doorway.narrow(BUFFER_BYTES, CHUNK_BYTES))) {
      LogCheck check = new LogCheck(checksums);
      Pongs pongs = new Pongs();
      for (int stall = 0; stall < STALLS; stall++) {
        long published = healthy.last() + STALL;
        while (healthy.last() < published) {
          slow.sendPing(pongs.next());
          healthy.await(1);
        }
        while (check.last() < published || !pongs.complete()) {
          RawFrame frame = slow.read(LIMIT);
          check.accept(frame);
          pongs.accept(frame);
        }
      }
    }
  }

  @Test
  void closesAReaderThatStopsWhileAnotherGoesOn() throws IOException {
    PushFigures figures = new PushFigures(started.orElseThrow());
    long before = figures.closedAsSlow();
    try (HealthyReader healthy = HealthyReader.start(doorway, checksums);
        RawSocket stopped = RawSocket.open(doorway.narrow(BUFFER_BYTES, CHUNK_BYTES))) {
      stopped.read(LIMIT);
      assertTrue(Await.until(() -> figures.closedAsSlow() > before, LIMIT), "it was not closed");
      assertTrue(Await.until(() -> figures.sessions() == 1, LIMIT), "its session was kept");
      healthy.await(RATE);
      assertWholeFramesToTheEnd(stopped);
    }
  }

  @Test
  void closesAndForgetsAClientThatAnswersNothing() throws IOException {
    PushFigures figures = new PushFigures(started.orElseThrow());
    try (HealthyReader healthy = HealthyReader.start(doorway, checksums);
        RawSocket silent = RawSocket.open(doorway)) {
      RawFrame frame = silent.readSilently(LIMIT);
      while (!frame.isClose()) {
        frame = silent.readSilently(LIMIT);
      }
      assertEquals(4102, frame.closeCode());
      assertTrue(Await.until(() -> figures.sessions() == 1, LIMIT), "its session was kept");
      healthy.await(RATE);
    }
  }

  @Test
  void leavesTlsToTheContainer() throws IOException {
    assumeTrue(securePort != 0, "the tests give TLS to Payara Micro alone");
    Doorway secure = doorway.secure(TrustingSockets.factory(), securePort);
    try (HealthyReader reader = HealthyReader.start(secure, checksums)) {
      reader.await(RATE);
      assertLogged("the portable writer");
    }
  }

  @Test
  void leavesAnExtensionToTheContainer() throws IOException {
    Doorway offering = doorway.offering("permessage-deflate; client_max_window_bits");
    try (RawSocket socket = RawSocket.open(offering);
        Deflated deflated = new Deflated()) {
      boolean agreed = socket.extensions().contains("permessage-deflate");
      LogCheck check = new LogCheck(checksums);
      long first = 0;
      while (check.last() == 0 || check.last() < first + RATE) {
        RawFrame frame = socket.read(LIMIT);
        check.accept(agreed ? deflated.inflate(frame) : frame);
        first = first == 0 ? check.last() : first;
      }
    }
  }

  /** What reached the one that was closed is a run of whole frames and at most a part of one. */
  private void assertWholeFramesToTheEnd(RawSocket stopped) {
    LogCheck check = new LogCheck(checksums);
    try {
      while (true) {
        RawFrame frame = stopped.read(LIMIT);
        check.accept(frame);
        if (frame.isClose()) {
          assertTrue(SLOW_CODES.contains(frame.closeCode()), () -> "code " + frame.closeCode());
        }
      }
    } catch (IOException e) {
      assertTrue(check.last() > 0, "nothing had come before " + e);
    }
  }

  private void assertLogged(String text) {
    ServerLog.assertSays(started.orElseThrow(), text);
  }

  /** The answers to pings, which come in order. One answers all before it. */
  private static final class Pongs {
    private int sent;
    private int answered = -1;

    int next() {
      return sent++;
    }

    boolean complete() {
      return answered == sent - 1;
    }

    void accept(RawFrame frame) {
      if (frame.isPong()) {
        assertEquals(Integer.BYTES, frame.payload().length);
        int number = ByteBuffer.wrap(frame.payload()).getInt();
        assertTrue(number > answered && number < sent, () -> number + " after " + answered);
        answered = number;
      }
    }
  }
}
