package io.thor.tests.server;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import org.h2.Driver;
import org.h2.tools.Server;

/** An H2 database in files of Thor's home that this JVM serves on a loopback port. */
final class H2Service implements StoppableDatabase {
  private final Path home;
  private final boolean isShipped;
  private final int port = FreePorts.one();
  private Server server;

  /**
   * Starts it.
   *
   * @param isShipped whether Thor's server ships the driver; else it gets that of the tests
   */
  H2Service(Path home, boolean isShipped) {
    this.home = home;
    this.isShipped = isShipped;
    System.setProperty("h2.bindAddress", "127.0.0.1");
    start();
  }

  @Override
  public DataSourceSettings dataSource() {
    String url =
        "jdbc:h2:tcp://127.0.0.1:%d/%s".formatted(port, home.resolve("thor")) + H2Database.SETTINGS;
    Optional<Path> driver = isShipped ? Optional.empty() : Optional.of(JarOf.type(Driver.class));
    return new DataSourceSettings("org.h2.jdbcx.JdbcDataSource", url, "sa", "sa", driver);
  }

  @Override
  public boolean isShared() {
    return true;
  }

  @Override
  public void start() {
    try {
      server =
          Server.createTcpServer("-tcpPort", String.valueOf(port), "-ifNotExists", "-tcpDaemon")
              .start();
    } catch (SQLException e) {
      throw new IllegalStateException("Cannot serve H2 on port " + port, e);
    }
  }

  @Override
  public void stop() {
    server.stop();
  }

  @Override
  public void close() {
    stop();
  }
}
