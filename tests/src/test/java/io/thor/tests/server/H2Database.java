package io.thor.tests.server;

import java.nio.file.Path;
import java.util.Optional;
import org.h2.Driver;

/**
 * An H2 database in files of Thor's home.
 *
 * @param isShipped whether the server ships the driver; else it gets that of the tests
 * @param isShared whether it can be opened while the server runs
 */
record H2Database(Path home, boolean isShipped, boolean isShared) implements TestDatabase {
  /** What the guide for operators adds to a URL of H2. */
  static final String SETTINGS = ";WRITE_DELAY=0;OPTIMIZE_REUSE_RESULTS=FALSE";

  private static final String ALONE = ";DB_CLOSE_ON_EXIT=FALSE" + SETTINGS;
  private static final String SHARED = ";AUTO_SERVER=TRUE" + SETTINGS;

  @Override
  public DataSourceSettings dataSource() {
    String url = "jdbc:h2:file:" + home.resolve("thor") + (isShared ? SHARED : ALONE);
    Optional<Path> driver = isShipped ? Optional.empty() : Optional.of(JarOf.type(Driver.class));
    return new DataSourceSettings("org.h2.jdbcx.JdbcDataSource", url, "sa", "sa", driver);
  }

  @Override
  public void close() {
    // Files need no closing: the server holds the only connections.
  }
}
