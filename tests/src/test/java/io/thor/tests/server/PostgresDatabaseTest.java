package io.thor.tests.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PostgresDatabaseTest {
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
