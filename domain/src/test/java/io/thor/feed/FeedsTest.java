package io.thor.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.thor.message.FeedStatus;
import io.thor.message.HeartbeatUpdate;
import io.thor.time.FakeClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FeedsTest {

  private static final Duration STALE_AFTER = Duration.ofSeconds(10);

  private final FakeClock clock = new FakeClock("2026-01-05T12:00:00Z");
  private final Feeds feeds = new Feeds();

  FeedsTest() {
    feeds.clock = clock;
  }

  @Test
  void isDownWhileThereIsNone() {
    assertEquals(FeedStatus.DOWN, feeds.worst());
    assertEquals(List.of(), feeds.figures());
  }

  @Test
  void isDownUntilItIsHeard() {
    feeds.register("trades", STALE_AFTER);
    assertEquals(
        List.of(new HeartbeatUpdate.Feed("trades", FeedStatus.DOWN, Optional.empty())),
        feeds.figures());

    feeds.heard("trades");
    assertEquals(
        List.of(new HeartbeatUpdate.Feed("trades", FeedStatus.LIVE, Optional.of(clock.instant()))),
        feeds.figures());
  }

  @Test
  void isStaleAfterItsTimeAndNotBefore() {
    feeds.register("trades", STALE_AFTER);
    feeds.heard("trades");
    clock.turn(STALE_AFTER);
    assertEquals(FeedStatus.LIVE, feeds.worst());

    clock.turn(Duration.ofNanos(1));
    assertEquals(FeedStatus.STALE, feeds.worst());

    feeds.heard("trades");
    assertEquals(FeedStatus.LIVE, feeds.worst());
  }

  @Test
  void remembersWhenItWasHeardAfterItIsLost() {
    feeds.register("trades", STALE_AFTER);
    feeds.heard("trades");
    Optional<Instant> heard = Optional.of(clock.instant());
    clock.turn(Duration.ofSeconds(1));
    feeds.disconnected("trades");

    assertEquals(
        List.of(new HeartbeatUpdate.Feed("trades", FeedStatus.DOWN, heard)), feeds.figures());
  }

  @Test
  void theWorstOfAllCounts() {
    feeds.register("a", STALE_AFTER);
    feeds.register("b", Duration.ofSeconds(1));
    feeds.heard("a");
    feeds.heard("b");
    assertEquals(FeedStatus.LIVE, feeds.worst());

    clock.turn(Duration.ofSeconds(2));
    assertEquals(FeedStatus.STALE, feeds.worst());

    feeds.disconnected("a");
    assertEquals(FeedStatus.DOWN, feeds.worst());
  }

  @Test
  void oneThatHasEndedIsNoAlarm() {
    feeds.register("file", STALE_AFTER);
    feeds.heard("file");
    feeds.ended("file");
    clock.turn(STALE_AFTER.multipliedBy(2));
    assertEquals(FeedStatus.ENDED, feeds.worst());
    assertEquals(Optional.empty(), feeds.nextStale());

    feeds.register("venue", STALE_AFTER);
    feeds.heard("venue");
    assertEquals(FeedStatus.LIVE, feeds.worst());

    feeds.disconnected("venue");
    assertEquals(FeedStatus.DOWN, feeds.worst());
  }

  @Test
  void tellsWhenTheNextBecomesStale() {
    feeds.register("a", STALE_AFTER);
    feeds.register("b", STALE_AFTER);
    assertEquals(Optional.empty(), feeds.nextStale());

    feeds.heard("a");
    clock.turn(Duration.ofSeconds(1));
    feeds.heard("b");
    Instant later = clock.instant().plus(STALE_AFTER);
    assertEquals(Optional.of(later.minusSeconds(1)), feeds.nextStale());

    clock.turn(STALE_AFTER);
    assertEquals(Optional.of(later), feeds.nextStale());
  }

  @Test
  void areListedByName() {
    feeds.register("quotes", STALE_AFTER);
    feeds.register("bars", STALE_AFTER);

    assertEquals(
        List.of("bars", "quotes"),
        feeds.figures().stream().map(HeartbeatUpdate.Feed::name).toList());
  }

  @Test
  void whoWasNotRegisteredIsNoFeed() {
    feeds.heard("trades");
    feeds.disconnected("trades");

    assertEquals(List.of(), feeds.figures());
  }
}
