package io.thor.tests.server;

import java.util.concurrent.Semaphore;

/**
 * Lets two servers start at a time: a start takes a processor to itself, and what is tested beside
 * it must not stand still.
 *
 * <p>Threads: any.
 */
public final class Starts {
  private static final Semaphore TURNS = new Semaphore(2, true);

  private Starts() {}

  /** Starts a server as soon as it may. */
  public static void inTurn(Runnable start) {
    TURNS.acquireUninterruptibly();
    try {
      start.run();
    } finally {
      TURNS.release();
    }
  }
}
