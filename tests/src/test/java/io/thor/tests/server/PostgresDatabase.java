package io.thor.tests.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.postgresql.Driver;

/**
 * A real PostgreSQL on a free loopback port, with data of its own that are deleted at the end. It
 * does not flush to disk, so it is no test of PostgreSQL's durability. Needs {@code tar} and {@code
 * xz}; as root also {@code setpriv}, as PostgreSQL refuses root.
 */
public final class PostgresDatabase implements StoppableDatabase {
  private static final String BINARIES = "/postgres-linux-x86_64.txz";

  /** The password of the superuser. */
  public static final String PASSWORD = "thor-of-the-tests";

  private static final Duration START_LIMIT = Duration.ofSeconds(30);
  private static final Duration STOP_LIMIT = Duration.ofSeconds(20);

  private final int port = FreePorts.one();
  private final String superuser;
  private final Path directory;
  private final Path log;
  private ServerProcess process;

  private PostgresDatabase(String superuser, Path directory) throws IOException {
    this.superuser = superuser;
    this.directory = directory;
    this.log = directory.resolve("postgres.log");
    unpack();
    initialise();
    process = startProcess();
  }

  /** The same, with Thor's own user as the superuser. */
  static PostgresDatabase create() {
    return create("thor");
  }

  /**
   * Unpacks, initialises and starts a PostgreSQL, in about two seconds.
   *
   * <p>Errors: IllegalStateException with the end of PostgreSQL's log.
   */
  public static PostgresDatabase create(String superuser) {
    try {
      PostgresDatabase database =
          new PostgresDatabase(superuser, Unprivileged.directory("thor-postgres-"));
      database.awaitConnections();
      return database;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot prepare PostgreSQL", e);
    }
  }

  /** The port at 127.0.0.1. */
  public int port() {
    return port;
  }

  @Override
  public DataSourceSettings dataSource() {
    String url =
        "jdbc:postgresql://127.0.0.1:%d/postgres?connectTimeout=2&socketTimeout=10".formatted(port);
    return new DataSourceSettings(
        "org.postgresql.ds.PGSimpleDataSource",
        url,
        superuser,
        PASSWORD,
        Optional.of(JarOf.type(Driver.class)));
  }

  @Override
  public boolean isShared() {
    return true;
  }

  /** The database's processes, for tests of this harness. */
  ServerProcess process() {
    return process;
  }

  @Override
  public void start() {
    if (process.alive()) {
      signal("CONT");
    } else {
      process = startProcess();
    }
    awaitConnections();
  }

  @Override
  public void silence() {
    signal("STOP");
  }

  private void signal(String name) {
    List<ProcessHandle> processes = process.tree().stream().filter(Processes::live).toList();
    List<String> command = new ArrayList<>(List.of("kill", "-s", name));
    processes.forEach(each -> command.add(String.valueOf(each.pid())));
    try {
      new CommandLine(log).run(command, Map.of());
    } catch (IllegalStateException e) {
      // All that are left have the signal; the one of a connection may have ended since it was
      // found.
      if (processes.stream().allMatch(Processes::live)) {
        throw e;
      }
    }
  }

  @Override
  public void stop() {
    if (process.alive()) {
      signal("CONT");
      new CommandLine(log)
          .run(
              Unprivileged.command(List.of(program("pg_ctl"), "stop", "-D", data(), "-m", "fast")),
              Map.of());
    }
    process.stop(STOP_LIMIT);
  }

  @Override
  public void close() {
    stop();
    RunDirectory.delete(directory);
  }

  private ServerProcess startProcess() {
    List<String> server = new ArrayList<>(List.of(program("postgres"), "-D", data()));
    server.addAll(List.of("-p", String.valueOf(port), "-c", "listen_addresses=127.0.0.1"));
    server.addAll(List.of("-c", "unix_socket_directories=", "-c", "fsync=off"));
    return ServerProcess.start(Unprivileged.command(server), Map.of(), log);
  }

  private void unpack() throws IOException {
    Path archive = directory.resolve("postgres.txz");
    try (InputStream binaries = PostgresDatabase.class.getResourceAsStream(BINARIES)) {
      if (binaries == null) {
        throw new IllegalStateException(BINARIES + " is not on the class path of the tests");
      }
      Files.copy(binaries, archive);
    }
    run("tar", "-xJf", archive.toString(), "-C", directory.toString());
  }

  private void initialise() throws IOException {
    Path password = Files.writeString(directory.resolve("password"), PASSWORD);
    run(
        program("initdb"),
        "--pgdata=" + data(),
        "--username=" + superuser,
        "--pwfile=" + password,
        "--auth=scram-sha-256",
        "--encoding=UTF8",
        "--locale=C",
        "--no-sync");
  }

  private void awaitConnections() {
    new Readiness(process, log)
        .await("PostgreSQL accepts connections", this::connects, START_LIMIT);
  }

  private boolean connects() {
    DataSourceSettings settings = dataSource();
    try (Connection connection =
        DriverManager.getConnection(settings.url(), settings.user(), settings.password())) {
      return connection.isValid(1);
    } catch (SQLException e) {
      return false;
    }
  }

  private void run(String... command) {
    new CommandLine(log).run(Unprivileged.command(List.of(command)), Map.of());
  }

  private String program(String name) {
    return directory.resolve("bin").resolve(name).toString();
  }

  private String data() {
    return directory.resolve("data").toString();
  }
}
