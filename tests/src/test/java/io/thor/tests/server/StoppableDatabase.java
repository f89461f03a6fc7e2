package io.thor.tests.server;

/** A database that can go away and come back, with all its data, while a server uses it. */
interface StoppableDatabase extends TestDatabase {
  /** Ends its connections, and refuses new ones from then on. */
  void stop();

  /** Comes back at the same address. */
  void start();
}
