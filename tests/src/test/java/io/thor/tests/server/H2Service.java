package io.thor.tests.server;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.h2.Driver;
import org.h2.tools.Server;

/** H2 as a server on a loopback port, in a process of its own, with files in Thor's home. */
final class H2Service implements StoppableDatabase {
  private static final Duration LIMIT = Duration.ofSeconds(30);

  private final Path home;
  private final boolean isShipped;
  private final int port = FreePorts.one();
  private ServerProcess process;

  /**
   * Starts it.
   *
   * <p>Errors: IllegalStateException with the end of H2's log.
   *
   * @param isShipped whether Thor's server ships the driver; else it gets that of the tests
   */
  H2Service(Path home, boolean isShipped) {
    this.home = home;
    this.isShipped = isShipped;
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
    Path log = home.resolve("h2.log");
    process = ServerProcess.start(command(), Map.of(), log);
    new Readiness(process, log).awaitListening("H2", port, LIMIT);
  }

  private List<String> command() {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:TieredStopAtLevel=1",
        "-XX:+UseSerialGC",
        "-Dh2.bindAddress=127.0.0.1",
        "-cp",
        JarOf.type(Server.class).toString(),
        Server.class.getName(),
        "-tcp",
        "-tcpPort",
        String.valueOf(port),
        "-ifNotExists");
  }

  @Override
  public void stop() {
    process.stop(LIMIT);
  }

  @Override
  public void close() {
    stop();
  }
}
