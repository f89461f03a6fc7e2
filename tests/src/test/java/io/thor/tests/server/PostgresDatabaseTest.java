package io.thor.tests.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PostgresDatabaseTest {
  private static final int VISITORS = 6;

  @Test
  void answersAQueryAndLeavesNoProcess() throws SQLException {
    Set<ProcessHandle> processes;
    DataSourceSettings settings;
    try (PostgresDatabase database = PostgresDatabase.create()) {
      settings = database.dataSource();
      assertEquals(17, majorVersion(settings));
      processes = database.process().tree();
      assertTrue(processes.size() > 1, "PostgreSQL has no children: " + processes);
    }
    assertTrue(processes.stream().noneMatch(Processes::live));
    assertThrows(SQLException.class, () -> majorVersion(settings));
  }

  @Test
  void wantsThePassword() {
    try (PostgresDatabase database = PostgresDatabase.create()) {
      DataSourceSettings settings = database.dataSource();
      assertThrows(
          SQLException.class,
          () -> DriverManager.getConnection(settings.url(), settings.user(), "wrong").close());
    }
  }

  @Test
  void isSilencedAndHeardAgainWhileConnectionsEnd() {
    try (PostgresDatabase database = PostgresDatabase.create()) {
      DataSourceSettings settings = database.dataSource();
      AtomicBoolean end = new AtomicBoolean();
      Runnable visits =
          () -> {
            while (!end.get()) {
              visit(settings);
            }
          };
      List<CompletableFuture<Void>> visitors =
          Stream.generate(
                  () -> CompletableFuture.runAsync(visits, task -> new Thread(task).start()))
              .limit(VISITORS)
              .toList();
      for (int i = 0; i < 3; i++) {
        database.silence();
        database.start();
      }
      end.set(true);
      visitors.forEach(CompletableFuture::join);
    }
  }

  /** One that meets the silence may be refused. */
  private static void visit(DataSourceSettings settings) {
    try {
      DriverManager.getConnection(settings.url(), settings.user(), settings.password()).close();
    } catch (SQLException e) {
      assertEquals("08", e.getSQLState().substring(0, 2), e::toString);
    }
  }

  private static int majorVersion(DataSourceSettings settings) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(settings.url(), settings.user(), settings.password());
        Statement statement = connection.createStatement();
        ResultSet version = statement.executeQuery("show server_version_num")) {
      assertTrue(version.next());
      return version.getInt(1) / 10_000;
    }
  }
}
