package io.thor.tests.server;

import java.nio.file.Path;
import java.util.Optional;
import org.h2.Driver;

/**
 * An H2 database in files of Thor's home.
 *
 * @param shipped whether the server ships the driver; else it gets that of the tests
 */
record H2Database(Path home, boolean shipped) implements TestDatabase {
  @Override
  public DataSourceSettings dataSource() {
    String url = "jdbc:h2:file:" + home.resolve("thor") + ";DB_CLOSE_ON_EXIT=FALSE;WRITE_DELAY=0";
    Optional<Path> driver = shipped ? Optional.empty() : Optional.of(JarOf.type(Driver.class));
    return new DataSourceSettings("org.h2.jdbcx.JdbcDataSource", url, "sa", "sa", driver);
  }

  @Override
  public void close() {
    // Files need no closing: the server holds the only connections.
  }
}
