package io.thor.tests.server;

/** A database that lives as long as the server that uses it. */
interface TestDatabase extends AutoCloseable {
  /** How a server reaches it. */
  DataSourceSettings dataSource();

  /** Whether it can be opened while the server runs. */
  boolean isShared();

  @Override
  void close();
}
