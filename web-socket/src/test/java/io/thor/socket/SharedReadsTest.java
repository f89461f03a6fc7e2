package io.thor.socket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SharedReadsTest {

  private static final int ASKERS = 8;
  private static final Duration LIMIT = Duration.ofSeconds(20);

  private final AtomicLong nowNanos = new AtomicLong();
  private final AtomicInteger reads = new AtomicInteger();
  private final SharedReads<String, Integer> shared = new SharedReads<>(nowNanos::get);

  private int read(String key) {
    return shared.get(key, reads::incrementAndGet);
  }

  @Test
  void whoAsksDuringAReadWaitsForIt() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    ExecutorService threads = Executors.newFixedThreadPool(ASKERS);
    try {
      CompletableFuture<Integer> first =
          CompletableFuture.supplyAsync(
              () ->
                  shared.get(
                      "a",
                      () -> {
                        begun.countDown();
                        await(goOn);
                        return reads.incrementAndGet();
                      }),
              threads);
      await(begun);
      List<CompletableFuture<Integer>> others =
          Stream.generate(() -> CompletableFuture.supplyAsync(() -> read("a"), threads))
              .limit(ASKERS - 1)
              .toList();
      assertEquals(2, read("b") + reads.get(), "another key waits for nobody");
      goOn.countDown();
      assertEquals(2, first.get(LIMIT.toMillis(), TimeUnit.MILLISECONDS));
      for (CompletableFuture<Integer> other : others) {
        assertEquals(2, other.get(LIMIT.toMillis(), TimeUnit.MILLISECONDS));
      }
    } finally {
      goOn.countDown();
      threads.shutdownNow();
    }
  }

  @Test
  void whatIsASecondOldIsReadAgain() {
    assertEquals(1, read("a"));
    nowNanos.addAndGet(Duration.ofMillis(999).toNanos());
    assertEquals(1, read("a"));
    nowNanos.addAndGet(Duration.ofMillis(1).toNanos());
    assertEquals(2, read("a"));
  }

  @Test
  void aFailureIsOfThisReadAlone() {
    IllegalStateException down = new IllegalStateException("down");
    assertEquals(
        down,
        assertThrows(
            IllegalStateException.class,
            () ->
                shared.get(
                    "a",
                    () -> {
                      throw down;
                    })));
    assertEquals(1, read("a"));
  }

  private static void await(CountDownLatch latch) {
    try {
      if (!latch.await(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
        throw new IllegalStateException("nothing happened");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
