package io.thor.incontainer;

import io.thor.channel.StateCommits;
import io.thor.message.TopicMessage;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** Commits from many threads at once, where many transactions fail at different points. */
@ApplicationScoped
public class CommitStorm {

  static final int THREADS = 16;
  static final int TRANSACTIONS_PER_THREAD = 40;

  @Resource ManagedThreadFactory threads;
  @Inject StateCommits commits;
  @Inject MarkedBars bars;

  /** Where a transaction ends. */
  private enum Ending {
    COMMIT,
    BEFORE_POSITION,
    AFTER_POSITION,
    AFTER_STORING
  }

  private static final class Rollback extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /**
   * Commits to random ones of these symbols.
   *
   * <p>Errors: what a transaction throws that was not told to fail.
   *
   * @param symbols in the order of their names, for the locks
   * @return what the commits returned, in no order
   */
  List<TopicMessage> rage(List<String> symbols, long seed)
      throws InterruptedException, ExecutionException {
    ExecutorService pool = Executors.newFixedThreadPool(THREADS, threads);
    try {
      List<Callable<List<TopicMessage>>> work =
          IntStream.range(0, THREADS)
              .<Callable<List<TopicMessage>>>mapToObj(i -> () -> commitMany(symbols, seed, i))
              .toList();
      List<TopicMessage> committed = new ArrayList<>();
      for (Future<List<TopicMessage>> done : pool.invokeAll(work)) {
        committed.addAll(done.get());
      }
      return committed;
    } finally {
      pool.shutdownNow();
    }
  }

  private List<TopicMessage> commitMany(List<String> symbols, long seed, int thread) {
    Random random = new Random(seed + thread);
    List<TopicMessage> committed = new ArrayList<>();
    for (int i = 0; i < TRANSACTIONS_PER_THREAD; i++) {
      long mark = 1L + (long) thread * TRANSACTIONS_PER_THREAD + i;
      Ending ending = ending(random);
      List<String> some = symbols.stream().filter(symbol -> random.nextBoolean()).toList();
      try {
        committed.addAll(commits.commit(() -> transaction(some, mark, ending)));
      } catch (RuntimeException e) {
        requireRollback(e);
      }
    }
    return committed;
  }

  private static Ending ending(Random random) {
    Ending[] endings = Ending.values();
    return random.nextBoolean() ? Ending.COMMIT : endings[random.nextInt(endings.length)];
  }

  private List<TopicMessage> transaction(List<String> symbols, long mark, Ending ending) {
    if (ending == Ending.BEFORE_POSITION) {
      throw new Rollback();
    }
    if (ending == Ending.AFTER_POSITION) {
      symbols.forEach(bars::take);
      throw new Rollback();
    }
    List<TopicMessage> stored = symbols.stream().map(symbol -> bars.store(symbol, mark)).toList();
    if (ending == Ending.AFTER_STORING) {
      throw new Rollback();
    }
    return stored;
  }

  private static void requireRollback(RuntimeException thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof Rollback) {
        return;
      }
    }
    throw thrown;
  }
}
