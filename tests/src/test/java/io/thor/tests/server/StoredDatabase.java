package io.thor.tests.server;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;

/** A database without a server, for tests of the schema; its data go when it is closed. */
public final class StoredDatabase implements AutoCloseable {
  private final DataSourceSettings settings;
  private final Optional<PostgresDatabase> process;

  private StoredDatabase(DataSourceSettings settings, Optional<PostgresDatabase> process) {
    this.settings = settings;
    this.process = process;
  }

  /** H2, in the memory of this JVM. */
  public static StoredDatabase h2InMemory() {
    String url = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";
    return new StoredDatabase(
        new DataSourceSettings("org.h2.jdbcx.JdbcDataSource", url, "sa", "sa", Optional.empty()),
        Optional.empty());
  }

  /** A PostgreSQL of its own. */
  public static StoredDatabase postgresql() {
    PostgresDatabase started = PostgresDatabase.create();
    return new StoredDatabase(started.dataSource(), Optional.of(started));
  }

  /** A new connection. */
  public Connection connect() throws SQLException {
    return DriverManager.getConnection(url(), user(), password());
  }

  /** Its JDBC address. */
  public String url() {
    return settings.url();
  }

  /** Whom to connect as. */
  public String user() {
    return settings.user();
  }

  /** That user's password. */
  public String password() {
    return settings.password();
  }

  /** Deletes the data. */
  @Override
  public void close() {
    process.ifPresentOrElse(PostgresDatabase::close, this::shutDown);
  }

  private void shutDown() {
    try (Connection connection = connect()) {
      connection.createStatement().execute("SHUTDOWN");
    } catch (SQLException e) {
      throw new IllegalStateException("Cannot end " + url(), e);
    }
  }
}
