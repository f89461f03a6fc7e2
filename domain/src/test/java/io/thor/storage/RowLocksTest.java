package io.thor.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.persistence.LockTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
final class RowLocksTest {

  private final RowLocks locks = new RowLocks(Duration.ofSeconds(20));
  private final List<String> order = new CopyOnWriteArrayList<>();

  @Test
  void aTransactionWaitsForTheOneThatHoldsTheRow() throws Exception {
    CountDownLatch held = new CountDownLatch(1);
    CountDownLatch end = new CountDownLatch(1);
    CompletableFuture<Void> first =
        CompletableFuture.runAsync(
            () ->
                inTransaction(
                    () -> {
                      locks.hold(String.class, "a");
                      held.countDown();
                      await(end);
                      order.add("first");
                    }));
    await(held);
    Thread second =
        new Thread(
            () ->
                inTransaction(
                    () -> {
                      locks.hold(String.class, "a");
                      order.add("second");
                    }));

    second.start();
    while (second.getState() != Thread.State.TIMED_WAITING) {
      Thread.onSpinWait();
    }
    end.countDown();
    first.get();
    second.join();

    assertEquals(List.of("first", "second"), order);
  }

  @Test
  void otherRowsAreFree() {
    inTransaction(
        () -> {
          locks.hold(String.class, "a");
          inAnother(() -> locks.hold(String.class, "b"));
          inAnother(() -> locks.hold(Integer.class, "a"));
          order.add("done");
        });

    assertEquals(List.of("done"), order);
  }

  @Test
  void aRowIsHeldOnceAndFreeAgainAtTheEnd() {
    inTransaction(
        () -> {
          locks.hold(String.class, "a");
          locks.hold(String.class, "a");
          assertEquals(1, locks.size());
        });

    inAnother(() -> locks.hold(String.class, "a"));
    assertEquals(0, locks.size());
  }

  @Test
  void theEndOfAnInnerTransactionLeavesTheRowsOfTheOuterOneHeld() {
    inTransaction(
        () -> {
          locks.hold(String.class, "a");
          inTransaction(() -> locks.hold(String.class, "b"));
          assertEquals(1, locks.size());
          locks.hold(String.class, "c");
          assertEquals(2, locks.size());
        });

    assertEquals(0, locks.size());
  }

  @Test
  void whoWaitsTooLongFailsAndLeavesNothingBehind() {
    RowLocks impatient = new RowLocks(Duration.ofMillis(1));
    RowLocks.Scope scope = impatient.begin();
    impatient.hold(String.class, "a");

    ExecutionException thrown =
        assertThrows(
            ExecutionException.class,
            () ->
                CompletableFuture.runAsync(
                        () -> {
                          RowLocks.Scope other = impatient.begin();
                          try {
                            impatient.hold(String.class, "a");
                          } finally {
                            other.end();
                          }
                        })
                    .get());
    scope.end();

    assertTrue(thrown.getCause() instanceof LockTimeoutException, thrown.toString());
    assertEquals("another transaction held String a for PT0.001S", thrown.getCause().getMessage());
    assertEquals(0, impatient.size());
  }

  @Test
  void whoIsInterruptedStaysSo() {
    RowLocks.Scope scope = locks.begin();
    locks.hold(String.class, "a");
    CompletableFuture<Boolean> stillInterrupted = new CompletableFuture<>();

    new Thread(
            () -> {
              Thread.currentThread().interrupt();
              RowLocks.Scope other = locks.begin();
              assertThrows(LockTimeoutException.class, () -> locks.hold(String.class, "a"));
              other.end();
              stillInterrupted.complete(Thread.currentThread().isInterrupted());
            })
        .start();

    assertTrue(stillInterrupted.join());
    scope.end();
  }

  @Test
  void outsideATransactionNothingIsLocked() {
    IllegalStateException thrown =
        assertThrows(IllegalStateException.class, () -> locks.hold(String.class, "a"));

    assertEquals("String a is locked outside Database.inNewTransaction", thrown.getMessage());
    assertEquals(0, locks.size());
  }

  private void inTransaction(Runnable work) {
    RowLocks.Scope scope = locks.begin();
    try {
      work.run();
    } finally {
      scope.end();
    }
  }

  private void inAnother(Runnable work) {
    CompletableFuture.runAsync(() -> inTransaction(work)).join();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
