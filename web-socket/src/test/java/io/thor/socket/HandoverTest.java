package io.thor.socket;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class HandoverTest {

  private final Queue<Runnable> taken = new ArrayDeque<>();
  private long now = -5;
  private int runs;

  @Test
  void aTaskThatWaitsIsNotHandedOverAgain() {
    Handover handover = to(taken::add);
    handover.request();
    pass(2);
    handover.request();
    assertEquals(1, taken.size());
  }

  @Test
  void aTaskThatHasBegunIsHandedOverAgainAtOnce() {
    Handover handover = to(taken::add);
    handover.request();
    taken.remove().run();
    handover.request();
    taken.remove().run();
    assertEquals(2, runs);
  }

  @Test
  void aTaskThatTheServerHasLostIsHandedOverAgain() {
    Handover handover = to(taken::add);
    handover.request();
    taken.clear();
    pass(3);
    handover.request();
    assertEquals(1, taken.size());
    handover.request();
    assertEquals(1, taken.size());
    taken.remove().run();
    assertEquals(1, runs);
  }

  @Test
  void aTaskThatIsRefusedIsHandedOverAtTheNextRequest() {
    Queue<Boolean> refusals = new ArrayDeque<>();
    refusals.add(true);
    Handover handover =
        to(
            task -> {
              if (refusals.poll() != null) {
                throw new RejectedExecutionException("busy");
              }
              taken.add(task);
            });
    handover.request();
    handover.request();
    assertEquals(1, taken.size());
  }

  private Handover to(Executor executor) {
    return new Handover(executor, "counting", () -> runs++, () -> now);
  }

  private void pass(int seconds) {
    now += TimeUnit.SECONDS.toNanos(seconds);
  }
}
