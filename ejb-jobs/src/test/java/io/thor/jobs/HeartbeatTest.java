package io.thor.jobs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.thor.channel.ConnectedSessions;
import io.thor.channel.DeliveryFigures;
import io.thor.config.InvalidSettingException;
import io.thor.config.Settings;
import io.thor.feed.Feeds;
import io.thor.message.FeedStatus;
import io.thor.message.HeartbeatUpdate;
import io.thor.message.Message;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HeartbeatTest {

  private static final Duration TICK = Duration.ofSeconds(1);
  private static final Duration STALE_AFTER = Duration.ofMillis(3500);

  private final FakeClock clock = new FakeClock();
  private final List<Message> fired = new ArrayList<>();

  private Heartbeat heartbeat(Optional<String> everyTicks) {
    Heartbeat heartbeat = new Heartbeat();
    heartbeat.events = new FiredMessages(fired::add);
    heartbeat.jobs = new JobRegistry();
    heartbeat.feeds = new Feeds(clock);
    heartbeat.feedWatch = new FeedWatch();
    heartbeat.feedWatch.feeds = heartbeat.feeds;
    heartbeat.sessions = new ConnectedSessions();
    heartbeat.delivery = new DeliveryFigures();
    heartbeat.settings = new OneSetting(everyTicks);
    heartbeat.clock = clock;
    return heartbeat;
  }

  private void tick(Heartbeat heartbeat, int times) {
    for (int i = 0; i < times; i++) {
      clock.turn(TICK);
      heartbeat.tick();
    }
  }

  @Test
  void saysThatItLivesEveryThirtyTicks() {
    Heartbeat heartbeat = heartbeat(Optional.empty());
    heartbeat.start(TICK);
    tick(heartbeat, 29);
    assertEquals(List.of(), fired);

    tick(heartbeat, 31);
    assertEquals(
        List.of(message("2026-01-05T12:00:30Z", 30), message("2026-01-05T12:01:00Z", 60)), fired);
  }

  @Test
  void saysAtOnceThatAFeedIsStaleAndOnlyOnce() {
    Heartbeat heartbeat = heartbeat(Optional.empty());
    heartbeat.feeds.register("venue", STALE_AFTER);
    heartbeat.start(TICK);
    heartbeat.feeds.heard("venue");
    tick(heartbeat, 1);
    assertEquals(List.of(FeedStatus.LIVE), feedStatuses());

    Instant stale = clock.instant().minus(TICK).plus(STALE_AFTER);
    assertEquals(Optional.of(stale), heartbeat.nextLook());
    clock.turn(Duration.between(clock.instant(), stale).plusMillis(1));
    heartbeat.lookAtFeeds();
    heartbeat.lookAtFeeds();

    assertEquals(List.of(FeedStatus.LIVE, FeedStatus.STALE), feedStatuses());
    assertEquals(Optional.empty(), heartbeat.nextLook());
  }

  private List<FeedStatus> feedStatuses() {
    return fired.stream().map(each -> ((HeartbeatUpdate) each).feeds().get(0).status()).toList();
  }

  @Test
  void isSetByItsKey() {
    Heartbeat heartbeat = heartbeat(Optional.of("2"));
    heartbeat.start(TICK);
    heartbeat.sessions.opened();
    tick(heartbeat, 5);

    assertEquals(2, fired.size());
    HeartbeatUpdate first = (HeartbeatUpdate) fired.get(0);
    assertEquals(2, first.intervalSeconds());
    assertEquals(5, first.staleAfterSeconds());
    assertEquals(1, first.sessions());
  }

  @Test
  void refusesAKeyOutsideItsLimits() {
    Heartbeat heartbeat = heartbeat(Optional.of("0"));

    assertEquals(
        "thor.heartbeat.broadcast-every-ticks (or THOR_HEARTBEAT_BROADCAST_EVERY_TICKS) is '0';"
            + " set it to a whole number from 1 to 3600",
        assertThrows(InvalidSettingException.class, () -> heartbeat.start(TICK)).getMessage());
  }

  private static HeartbeatUpdate message(String timestamp, long tick) {
    return new HeartbeatUpdate(
        Instant.parse(timestamp), tick, tick, 30, 75, List.of(), List.of(), 0, Optional.empty());
  }

  /** Settings of which the heartbeat's alone may be set. */
  private static final class OneSetting extends Settings {

    private final Optional<String> everyTicks;

    OneSetting(Optional<String> everyTicks) {
      this.everyTicks = everyTicks;
    }

    @Override
    public Optional<String> find(String key) {
      return key.equals(Heartbeat.BROADCAST_KEY) ? everyTicks : Optional.empty();
    }
  }
}
