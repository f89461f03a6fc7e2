package io.thor.socket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

class StoppingExecutorTest {

  private final Queue<Runnable> taken = new ArrayDeque<>();
  private boolean shut;
  private int runs;

  private final StoppingExecutor executor =
      new StoppingExecutor(
          task -> {
            if (shut) {
              throw new RejectedExecutionException("shut down");
            }
            taken.add(task);
          });

  @Test
  void handsTasksToTheManagedExecutorAsLongAsItTakesThem() {
    executor.stop();
    executor.execute(() -> runs++);
    assertEquals(0, runs);
    assertEquals(1, taken.size());
  }

  @Test
  void refusesWhatIsRefusedBeforeTheStop() {
    shut = true;
    assertThrows(RejectedExecutionException.class, () -> executor.execute(() -> runs++));
    assertEquals(0, runs);
  }

  @Test
  void runsWhatIsRefusedWhileTheServerStops() {
    shut = true;
    executor.stop();
    executor.execute(() -> runs++);
    assertEquals(1, runs);
  }
}
