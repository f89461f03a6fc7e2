package io.thor.jobs.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.thor.feed.FeedFact;
import io.thor.feed.Feeds;
import io.thor.intraday.Trade;
import io.thor.jobs.FakeClock;
import io.thor.message.FeedStatus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class FeedSessionTest {

  private static final Duration SECOND = Duration.ofSeconds(1);
  static final FeedTimes TIMES =
      new FeedTimes(
          Duration.ofSeconds(4),
          Duration.ofSeconds(15),
          Duration.ofSeconds(5),
          Duration.ofMillis(500),
          Duration.ofSeconds(20));

  private final FakeClock clock = new FakeClock();
  private final Feeds feeds = new Feeds(clock);
  private final TestFeed source = new TestFeed();
  private final FeedSession session = new FeedSession(source, feeds, TIMES, clock, new Random(1));
  private final List<Long> taken = new ArrayList<>();

  @Test
  void takesWhatComesInOrder() {
    step();
    source.send(1);
    source.send(2);
    step();

    assertEquals(List.of(1L, 2L), taken);
    assertEquals(FeedStatus.LIVE, feeds.worst());
    assertEquals(1, feeds.count("test", FeedFact.LOG_ON));
  }

  @Test
  void leavesDuplicatesOut() {
    step();
    source.send(1);
    source.send(1);
    step();

    assertEquals(List.of(1L), taken);
    assertEquals(1, feeds.count("test", FeedFact.DUPLICATE));
  }

  @Test
  void asksForWhatIsMissingAndKeepsTheOrder() {
    step();
    source.send(1);
    source.lose(2);
    source.lose(3);
    source.send(4);
    step();

    assertEquals(List.of("2-3"), source.asked);
    assertEquals(List.of(1L, 2L, 3L, 4L), taken);
    assertEquals(1, feeds.count("test", FeedFact.GAP));
    assertEquals(0, feeds.count("test", FeedFact.LOST));
  }

  @Test
  void asksForTheNextGapAsWell() {
    step();
    source.lose(1);
    source.send(2);
    step();
    source.lose(3);
    source.send(4);
    step(3);

    assertEquals(List.of("1-1", "3-3"), source.asked);
    assertEquals(List.of(1L, 2L, 3L, 4L), taken);
  }

  @Test
  void passesOverAGapThatNobodyCanFill() {
    source.canResend = false;
    step();
    source.lose(1);
    source.send(2);
    step();
    assertEquals(List.of(), taken);

    step();

    assertEquals(List.of(2L), taken);
    assertEquals(1, feeds.count("test", FeedFact.LOST));
  }

  @Test
  void isStaleInSilenceAndLiveAgainWithASignOfLife() {
    step();
    step(5);
    assertEquals(FeedStatus.STALE, feeds.worst());

    source.pulse();

    assertEquals(FeedStatus.LIVE, feeds.worst());
    assertEquals(1, source.connections);
  }

  @Test
  void givesASilentConnectionUp() {
    step();
    step(16);

    assertEquals(FeedStatus.DOWN, feeds.worst());
    assertEquals(1, feeds.count("test", FeedFact.LOSS));

    step(2);
    assertEquals(2, source.connections);
    assertEquals(FeedStatus.LIVE, feeds.worst());
  }

  @Test
  void isDownAtOnceWhenThePlugIsPulledAndMissesNothingAfterwards() {
    step();
    source.send(1);
    source.unplug();
    assertEquals(FeedStatus.DOWN, feeds.worst());
    source.lose(2);
    source.lose(3);
    step(30);
    assertEquals(FeedStatus.DOWN, feeds.worst());

    source.reachable = true;
    step(21);
    source.send(4);
    step();

    assertEquals(List.of(1L, 2L, 3L, 4L), taken);
    assertEquals(FeedStatus.LIVE, feeds.worst());
  }

  @Test
  void oneThatHasComeToItsEndIsNotLost() {
    step();
    source.send(1);
    source.finish();
    step(60);

    assertEquals(FeedStatus.ENDED, feeds.worst());
    assertEquals(0, feeds.count("test", FeedFact.LOSS));
    assertEquals(1, source.connections);
  }

  @Test
  void triesLessOftenTheLongerItFails() {
    source.reachable = false;
    step(600);

    long attempts = feeds.count("test", FeedFact.LOSS);
    assertTrue(attempts > 600 / 21 && attempts < 150, "attempts: " + attempts);
  }

  @Test
  void offersABatchAgainUntilItIsTaken() {
    step();
    source.send(1);
    clock.turn(SECOND);

    FeedBatch first = session.step().orElseThrow();
    source.send(2);

    assertEquals(first, session.step().orElseThrow());
    session.taken();
    step();
    assertEquals(List.of(2L), taken);
  }

  /** With a feed that can resend, nothing is lost or doubled, whatever is dropped on the way. */
  @Property(tries = 200)
  void losesNothing(@ForAll Random random, @ForAll @IntRange(min = 1, max = 60) int count) {
    List<Long> numbers = new ArrayList<>(LongStream.rangeClosed(1, count).boxed().toList());
    FeedSessionTest fresh = new FeedSessionTest();
    fresh.step();
    for (long number : numbers) {
      switch (random.nextInt(5)) {
        case 0 -> fresh.source.lose(number);
        case 1 -> {
          fresh.source.send(number);
          fresh.source.send(number);
        }
        case 2 -> {
          fresh.source.unplug();
          fresh.source.reachable = true;
          fresh.source.lose(number);
        }
        default -> fresh.source.send(number);
      }
      fresh.step(random.nextInt(3));
    }
    fresh.step(60);
    fresh.source.send(count + 1L);
    fresh.step(2);
    numbers.add(count + 1L);

    assertEquals(numbers, fresh.taken);
    assertEquals(Collections.max(numbers), fresh.taken.get(fresh.taken.size() - 1));
  }

  private void step(int times) {
    for (int i = 0; i < times; i++) {
      step();
    }
  }

  private void step() {
    clock.turn(SECOND);
    session
        .step()
        .ifPresent(
            batch ->
                batch.trades().values().stream()
                    .flatMap(List::stream)
                    .map(Trade::sequence)
                    .forEach(taken::add));
    session.taken();
  }
}
