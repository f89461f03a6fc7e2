package io.thor.tests.delivery;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.thor.tests.server.Await;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Many clients, each on a thread of its own. */
final class Fleet<T> {
  private final List<Future<T>> running = new ArrayList<>();

  /** Starts all of them. */
  Fleet(List<? extends Callable<T>> clients) {
    ExecutorService threads = Executors.newFixedThreadPool(clients.size(), Fleet::daemon);
    clients.forEach(client -> running.add(threads.submit(client)));
    threads.shutdown();
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "client");
    thread.setDaemon(true);
    return thread;
  }

  /**
   * Waits until a condition holds while no client fails.
   *
   * @param otherwise what to say when it does not hold in time
   */
  void await(Duration limit, BooleanSupplier condition, Supplier<String> otherwise) {
    boolean held =
        Await.until(
            () -> {
              running.stream().filter(Future::isDone).forEach(one -> result(one, Duration.ZERO));
              return condition.getAsBoolean();
            },
            limit);
    assertTrue(held, otherwise);
  }

  /** What each returned, in order; waits until all have. */
  List<T> results(Duration limit) {
    long end = System.nanoTime() + limit.toNanos();
    return IntStream.range(0, running.size())
        .mapToObj(i -> result(running.get(i), Duration.ofNanos(end - System.nanoTime())))
        .toList();
  }

  private T result(Future<T> client, Duration limit) {
    try {
      return client.get(limit.toNanos(), TimeUnit.NANOSECONDS);
    } catch (ExecutionException e) {
      throw new AssertionError("client " + running.indexOf(client) + " failed", e.getCause());
    } catch (TimeoutException e) {
      throw new AssertionError("client " + running.indexOf(client) + " does not end", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted while waiting for clients", e);
    }
  }
}
