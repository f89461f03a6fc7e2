package io.thor.socket;

import java.lang.System.Logger.Level;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Sends for its share of the sessions, on one managed thread at a time. While a pass goes on, what
 * is published gathers, so that under load each session gets much with one write.
 *
 * <p>Threads: any may wake it; it flushes alone.
 */
final class SendWorker {

  private static final System.Logger LOG = System.getLogger(SendWorker.class.getName());

  private final Executor executor;
  private final PushCounters counters;
  private final BatchCache cache;
  private final Set<SocketSession> sessions = ConcurrentHashMap.newKeySet();
  private final Queue<SocketSession> ready = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean published = new AtomicBoolean();
  private final AtomicBoolean running = new AtomicBoolean();
  private final Handover handover;

  SendWorker(Executor executor, SharedLog log, PushCounters counters) {
    this.executor = executor;
    this.counters = counters;
    this.cache = new BatchCache(log);
    this.handover = new Handover(executor, "sending to sessions", this::run, System::nanoTime);
  }

  PushCounters counters() {
    return counters;
  }

  void add(SocketSession session) {
    sessions.add(session);
  }

  void remove(SocketSession session) {
    sessions.remove(session);
  }

  /** The shared log has grown. */
  void published() {
    published.set(true);
    wake();
  }

  /** Something waits for this session. */
  void ready(SocketSession session) {
    ready.add(session);
    wake();
  }

  /** Runs something that may take its time, elsewhere. */
  void execute(Runnable task) {
    try {
      executor.execute(task);
    } catch (RejectedExecutionException e) {
      LOG.log(Level.WARNING, "no thread left in the managed executor", e);
    }
  }

  private void wake() {
    // One that runs looks once more for work after it has said that it does not run.
    if (!running.get()) {
      handover.request();
    }
  }

  private void run() {
    while (isWorkLeft() && running.compareAndSet(false, true)) {
      pass();
      running.set(false);
    }
  }

  private void pass() {
    while (isWorkLeft()) {
      cache.clear();
      if (published.getAndSet(false)) {
        sessions.forEach(this::flush);
      }
      for (SocketSession next = ready.poll(); next != null; next = ready.poll()) {
        flush(next);
      }
    }
  }

  private boolean isWorkLeft() {
    return published.get() || !ready.isEmpty();
  }

  private void flush(SocketSession session) {
    try {
      session.flush(cache);
    } catch (RuntimeException e) {
      LOG.log(Level.DEBUG, "a send to session " + session.id() + " failed", e);
    }
  }
}
