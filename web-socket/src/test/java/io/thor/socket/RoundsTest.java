package io.thor.socket;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Delayed;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RoundsTest {

  private final List<Runnable> scheduled = new ArrayList<>();
  private final List<Future<?>> futures = new ArrayList<>();
  private final Rounds rounds = new Rounds();
  private long now;
  private int runs;

  @BeforeEach
  void start() {
    rounds.scheduler =
        (ManagedScheduledExecutorService)
            Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {ManagedScheduledExecutorService.class},
                (proxy, method, arguments) -> schedule((Runnable) arguments[0]));
    rounds.nanos = () -> now;
    rounds.start("counting", 1000, () -> runs++);
  }

  @Test
  void roundsThatComeAreLeftAlone() {
    for (int i = 0; i < 20; i++) {
      pass(1);
      scheduled.get(0).run();
      rounds.keepUp();
    }
    assertEquals(20, runs);
    assertEquals(1, scheduled.size());
  }

  @Test
  void roundsThatTheServerHasLostBeginAnew() {
    pass(12);
    rounds.keepUp();
    rounds.keepUp();
    assertEquals(2, scheduled.size());
    assertEquals(List.of(true, false), futures.stream().map(Future::isCancelled).toList());
    scheduled.get(1).run();
    assertEquals(1, runs);
  }

  @Test
  void aRoundThatFailsIsFollowedByTheNext() {
    rounds.start(
        "failing",
        1000,
        () -> {
          runs++;
          throw new IllegalStateException("once");
        });
    scheduled.get(1).run();
    scheduled.get(1).run();
    assertEquals(2, runs);
  }

  @Test
  void whatWasStoppedStaysSo() {
    rounds.stop();
    pass(60);
    rounds.keepUp();
    assertEquals(1, scheduled.size());
  }

  private Object schedule(Runnable round) {
    scheduled.add(round);
    Scheduled future = new Scheduled();
    futures.add(future);
    return future;
  }

  private void pass(int seconds) {
    now += TimeUnit.SECONDS.toNanos(seconds);
  }

  /** What a scheduler gives back, of which only cancelling matters here. */
  private static final class Scheduled extends FutureTask<Void> implements ScheduledFuture<Void> {

    Scheduled() {
      super(() -> null);
    }

    @Override
    public long getDelay(TimeUnit unit) {
      return 0;
    }

    @Override
    public int compareTo(Delayed other) {
      return 0;
    }
  }
}
