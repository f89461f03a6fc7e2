package io.thor.tests.server;

/** A database that lives as long as the server that uses it. */
interface TestDatabase extends AutoCloseable {
  /** How a server reaches it. */
  DataSourceSettings dataSource();

  @Override
  void close();
}
