package io.thor.tests.server;

/** A database that can go away and come back, with all its data, while a server uses it. */
interface StoppableDatabase extends TestDatabase {
  /** Ends its connections, and refuses new ones from then on. */
  void stop();

  /**
   * Keeps its connections and takes new ones, and says nothing on any, until it is started.
   *
   * <p>Errors: UnsupportedOperationException where it is no process of its own.
   */
  default void silence() {
    throw new UnsupportedOperationException("start the server with PostgreSQL for that");
  }

  /** Comes back at the same address. */
  void start();
}
