package io.thor.tests.server;

import java.nio.file.Path;
import java.util.Optional;

/** An H2 database in files of Thor's home, opened by the driver that the server ships. */
record H2Database(Path home) implements TestDatabase {
  @Override
  public DataSourceSettings dataSource() {
    String url = "jdbc:h2:file:" + home.resolve("thor") + ";DB_CLOSE_ON_EXIT=FALSE;WRITE_DELAY=0";
    return new DataSourceSettings("org.h2.jdbcx.JdbcDataSource", url, "sa", "sa", Optional.empty());
  }

  @Override
  public void close() {
    // Files need no closing: the server holds the only connections.
  }
}
