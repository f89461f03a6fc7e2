package io.thor.socket;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Reads that many want at the same time: the first who asks reads, and all who ask within the next
 * second wait for what it reads, or have it.
 *
 * <p>Threads: any.
 */
final class SharedReads<K, V> {

  private static final long SHARED_NANOS = Duration.ofSeconds(1).toNanos();

  private final Map<K, Reading<V>> readings = new ConcurrentHashMap<>();
  private final LongSupplier nanoTime;

  private record Reading<V>(FutureTask<V> task, long begunNanos) {

    boolean isShared(long nowNanos) {
      return nowNanos - begunNanos < SHARED_NANOS;
    }
  }

  /**
   * Makes one that has nothing.
   *
   * @param nanoTime as {@link System#nanoTime}
   */
  SharedReads(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  /**
   * What was read less than a second ago, or is read now, not under any lock.
   *
   * <p>Errors: those of the read, for all who waited for it; who asks then reads again.
   */
  V get(K key, Supplier<V> read) {
    long now = nanoTime.getAsLong();
    Reading<V> reading = readings.get(key);
    if (reading == null || !reading.isShared(now)) {
      readings.values().removeIf(last -> !last.isShared(now));
      reading =
          readings.computeIfAbsent(key, any -> new Reading<>(new FutureTask<>(read::get), now));
    }
    reading.task().run();
    try {
      return reading.task().get();
    } catch (ExecutionException e) {
      readings.remove(key, reading);
      throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while another thread read " + key, e);
    }
  }
}
