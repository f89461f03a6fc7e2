package io.thor.tests.delivery;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.thor.tests.server.SyntheticServer;
import io.thor.tests.server.ThorServer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Cuts connections at random, while bars and entries that go on all the time are logged; {@code
 * thor.test.full} does it at length.
 */
@Tag("many-clients")
@ExtendWith(SyntheticServer.class)
@Order(6)
class CutConnectionsIT {
  private static final boolean FULL = Boolean.getBoolean("thor.test.full");
  private static final int CLIENTS = FULL ? 200 : 25;
  private static final int CUTS = FULL ? 50 : 12;
  private static final Duration LIFE = Duration.ofSeconds(3);
  private static final Duration LIMIT = Duration.ofMinutes(5);
  private static final Duration END_LIMIT = Duration.ofSeconds(30);
  private static final String BARS = "intraday_bar:BTC-USD";

  /**
   * Cuts the clients while one that is never cut sees the bars go on, then lets all read up to what
   * that one, or anybody, has.
   */
  @Test
  void losesNoEntryOfALogAndEndsAtTheLatestStates(ThorServer server) {
    Committed committed = new Committed();
    List<Journal> journals =
        Stream.generate(() -> new Journal(committed)).limit(CLIENTS + 1).toList();
    Journal witness = journals.get(0);
    AtomicLong first = new AtomicLong();
    AtomicBoolean end = new AtomicBoolean();
    CountDownLatch cutEnough = new CountDownLatch(journals.size());
    CutClient.Plan never = new CutClient.Plan(0, LIFE, () -> true, cutEnough, end::get);
    CutClient.Plan often =
        new CutClient.Plan(
            CUTS, LIFE, () -> hasGoneOn(witness.seq(BARS), first), cutEnough, end::get);
    Doorway doorway = Doorway.of(server);
    Fleet<Journal> fleet =
        new Fleet<>(
            IntStream.rangeClosed(0, CLIENTS)
                .mapToObj(
                    number ->
                        new CutClient(
                            doorway.from("127.0.2." + (number + 1)),
                            journals.get(number),
                            number == 0 ? never : often))
                .toList());
    fleet.await(LIMIT, () -> cutEnough.getCount() == 0, () -> cutEnough + " are being cut");
    assertAllReach(fleet, journals, committed.heads());
    end.set(true);
    fleet.results(LIMIT);
  }

  private static boolean hasGoneOn(long seq, AtomicLong first) {
    first.compareAndSet(0, seq);
    return seq > first.get();
  }

  private static void assertAllReach(
      Fleet<Journal> fleet, List<Journal> journals, Map<String, Long> goal) {
    assertTrue(goal.size() > 1, () -> "nothing was sent but " + goal);
    fleet.await(
        END_LIMIT,
        () -> journals.stream().allMatch(journal -> journal.hasReached(goal)),
        () ->
            "of %s is not held: %s"
                .formatted(
                    goal,
                    journals.stream()
                        .map(journal -> journal.missing(goal))
                        .filter(missing -> !missing.isEmpty())
                        .toList()));
  }
}
