package io.thor.tests.delivery;

import java.io.EOFException;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.function.BooleanSupplier;

/**
 * A full client whose connections are cut at random moments, in the middle of a frame or of an
 * answer as well as between them. In the end it stays.
 */
final class CutClient implements Callable<Journal> {
  private static final Logger LOGGER = System.getLogger(CutClient.class.getName());
  private static final Duration LIMIT = Duration.ofSeconds(60);

  private final Doorway doorway;
  private final Journal journal;
  private final Plan plan;
  private final Random random = new Random();

  /**
   * What all clients of a test do.
   *
   * @param cuts at least so many
   * @param longest that a connection lives
   * @param enough whether there were enough cuts
   * @param cutEnough counted down by each client when it is cut no more
   * @param end whether to stop reading at the end, asked after each frame
   */
  record Plan(
      int cuts,
      Duration longest,
      BooleanSupplier enough,
      CountDownLatch cutEnough,
      BooleanSupplier end) {}

  CutClient(Doorway doorway, Journal journal, Plan plan) {
    this.doorway = doorway;
    this.journal = journal;
    this.plan = plan;
  }

  @Override
  public Journal call() throws IOException {
    for (int cut = 0; cut < plan.cuts() || !plan.enough().getAsBoolean(); cut++) {
      try (FullSession session = open()) {
        readFor(session, Duration.ofMillis(random.nextLong(plan.longest().toMillis())));
        if (random.nextBoolean()) {
          session.cut();
        }
      }
    }
    plan.cutEnough().countDown();
    while (!plan.end().getAsBoolean()) {
      stay();
    }
    return journal;
  }

  /** The server may still cut one that reads too slowly; it goes on from where it was. */
  private void stay() throws IOException {
    try (FullSession session = open()) {
      while (!plan.end().getAsBoolean()) {
        session.read(LIMIT);
      }
    } catch (SocketException | EOFException e) {
      LOGGER.log(Level.INFO, "cut by the server: {0}", e.getMessage());
    }
  }

  private FullSession open() throws IOException {
    return FullSession.open(doorway, journal, random.nextBoolean());
  }

  private static void readFor(FullSession session, Duration life) throws IOException {
    long end = System.nanoTime() + life.toNanos();
    try {
      for (long left = life.toNanos(); left > 0; left = end - System.nanoTime()) {
        session.read(Duration.ofNanos(left));
      }
    } catch (SocketTimeoutException e) {
      // Its time is over.
    }
  }
}
