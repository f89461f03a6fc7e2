package io.thor.tests.server;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One real server with Thor in it, on loopback ports, with a home and a database of its own.
 *
 * <p>Threads: not safe; the test that started it drives it.
 *
 * <p>Errors: whatever makes Thor not ready in time is an IllegalStateException with the end of the
 * server's log.
 */
public abstract class ThorServer implements AutoCloseable {
  /** How long a server may take to end by itself before it is killed. */
  static final Duration STOP_LIMIT = Duration.ofSeconds(60);

  private static final Logger LOGGER = System.getLogger(ThorServer.class.getName());
  private static final Duration START_LIMIT = Duration.ofMinutes(5);

  private final ServerOptions options;
  private final URI http;
  private final Map<String, String> environment;
  private Optional<ServerProcess> process = Optional.empty();

  ThorServer(ServerOptions options, int httpPort) {
    this.options = options;
    this.environment = new HashMap<>(options.environment());
    this.http = URI.create("http://127.0.0.1:" + httpPort + "/");
  }

  /** The root of Thor's pages, with a slash at the end; the same after each restart. */
  public final URI http() {
    return http;
  }

  /** Thor's home directory, the same after each restart. */
  public final Path home() {
    return options.home();
  }

  /** What the server printed, from all its starts; it stays after {@link #close}. */
  public final Path log() {
    return options.directory().resolve("server.log");
  }

  /** Whether the server's process lives. */
  public final boolean running() {
    return process.filter(ServerProcess::alive).isPresent();
  }

  /** Sets a variable of the server's process, from its next start on. */
  public final void setEnvironment(String variable, String value) {
    environment.put(variable, value);
  }

  /** Starts the stopped or killed server, at its turn, and returns when Thor is ready. */
  public final void start() {
    if (running()) {
      throw new IllegalStateException(
          "The server at " + http + " runs: stop it before starting it.");
    }
    Starts.inTurn(this::startProcess);
  }

  private void startProcess() {
    long started = System.nanoTime();
    ServerProcess next = ServerProcess.start(command(), environment(), log());
    process = Optional.of(next);
    try {
      Readiness readiness = new Readiness(next, log());
      configure(readiness);
      readiness.await(ready(), START_LIMIT);
    } catch (RuntimeException e) {
      next.kill();
      throw e;
    }
    long tookMs = Duration.ofNanos(System.nanoTime() - started).toMillis();
    LOGGER.log(
        Level.INFO, "{0} is ready at {1} after {2} ms", getClass().getSimpleName(), http, tookMs);
  }

  /** Ends the server as an administrator would; nothing happens to one that ended already. */
  public final void stop() {
    process.filter(ServerProcess::alive).ifPresent(this::stop);
    kill();
  }

  /** Stops and starts the server. */
  public final void restart() {
    stop();
    start();
  }

  /**
   * Puts the same archive in the place of the one that runs, as an administrator would a new
   * version, and returns when Thor is ready again.
   *
   * <p>Errors: UnsupportedOperationException where the server has its archive for life.
   */
  public final void redeploy() {
    ServerProcess running = process.filter(ServerProcess::alive).orElseThrow();
    replaceArchive();
    new Readiness(running, log()).await(ready(), START_LIMIT);
  }

  /** The running server's JVM. */
  public final Jvm jvm() {
    return process.filter(ServerProcess::alive).orElseThrow().jvm();
  }

  /** The addresses and ports at which others than this machine reach the running server. */
  public final List<String> openToOthers() {
    return new ListeningSockets(jvm().pid()).open();
  }

  /**
   * Ends the server as {@code kill -9} does; {@link #start} brings it back on the same home and
   * database.
   */
  public final void kill() {
    process.ifPresent(ServerProcess::kill);
    process = Optional.empty();
  }

  /**
   * Writes to the database behind Thor's back, while the server is stopped or the database shared.
   *
   * @return how many rows it changed
   */
  public final int tamper(String update) {
    if (running() && !options.database().isShared()) {
      throw new IllegalStateException(
          "The server at " + http + " has its database alone: stop it first, or have it shared.");
    }
    DataSourceSettings source = storage();
    try (Connection connection =
            DriverManager.getConnection(source.url(), source.user(), source.password());
        Statement statement = connection.createStatement()) {
      return statement.executeUpdate(update);
    } catch (SQLException e) {
      throw new IllegalStateException("Cannot write to " + source.url(), e);
    }
  }

  /** Takes the database away from the server; for one that was started to lose it. */
  public final void stopDatabase() {
    stoppableDatabase().stop();
  }

  /** Lets the database say nothing more, as one does whose machine has lost its power. */
  public final void silenceDatabase() {
    stoppableDatabase().silence();
  }

  /** Gives the database back, as it was. */
  public final void startDatabase() {
    stoppableDatabase().start();
  }

  private StoppableDatabase stoppableDatabase() {
    if (options.database() instanceof StoppableDatabase database) {
      return database;
    }
    throw new IllegalStateException(
        "The server at " + http + " has its database in itself: start it with a stoppable one.");
  }

  /**
   * Ends the server, without the time that a clean end takes, and its database, and deletes
   * everything of theirs except logs.
   */
  @Override
  public final void close() {
    try {
      kill();
    } finally {
      options.database().close();
    }
    options.directory().keepLogs();
  }

  /** The command that runs the server in the foreground. */
  abstract List<String> command();

  /** The variables for that command. */
  Map<String, String> environment() {
    return Map.copyOf(environment);
  }

  /** What has to be done between the start of the process and Thor's readiness. */
  abstract void configure(Readiness readiness);

  /** Deploys the archive anew, and returns when that has been done. */
  void replaceArchive() {
    throw new UnsupportedOperationException(getClass().getSimpleName() + " deploys once");
  }

  /** Ends the process without loss. */
  void stop(ServerProcess running) {
    running.stop(STOP_LIMIT);
  }

  /** Thor's configuration; on a port of the test's own the server has to be told where it is. */
  final Map<String, String> settings() {
    Map<String, String> settings = new HashMap<>(options.settings());
    settings.putIfAbsent("thor.parity.probe-url", http.toString());
    return settings;
  }

  private URI ready() {
    return http.resolve("api/health/ready");
  }

  /** How the database is reached beside the server. */
  DataSourceSettings storage() {
    return options.database().dataSource();
  }

  /** The options given at construction. */
  final ServerOptions options() {
    return options;
  }

  /** The tools of the server's administrator, with a log beside the server's. */
  final CommandLine administration() {
    return new CommandLine(options.directory().resolve("administration.log"));
  }
}
