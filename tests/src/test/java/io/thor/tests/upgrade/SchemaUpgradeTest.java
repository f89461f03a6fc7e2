package io.thor.tests.upgrade;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.thor.tests.server.StoredDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;
import org.junit.jupiter.api.Test;

/**
 * Migrates an installation version by version, each of which leaves data behind: what stands in
 * {@code upgrade/V<version>.sql}. Nothing of it may change or go with any later version.
 */
class SchemaUpgradeTest {

  /** Flyway's own table grows. */
  private static final String HISTORY = "flyway_schema_history";

  /** Version 2 ends the sessions of version 1, as its script says. */
  private static final String TOKENS = "session_token";

  @Test
  void h2KeepsWhatEachVersionHasStored() throws SQLException, IOException {
    try (StoredDatabase database = StoredDatabase.h2InMemory()) {
      assertKept(database);
    }
  }

  @Test
  void postgresqlKeepsWhatEachVersionHasStored() throws SQLException, IOException {
    try (StoredDatabase database = StoredDatabase.postgresql()) {
      assertKept(database);
    }
  }

  private static void assertKept(StoredDatabase database) throws SQLException, IOException {
    try (Connection connection = database.connect()) {
      for (MigrationVersion version : versions(database)) {
        Map<String, List<Map<String, String>>> before = rows(connection);
        flyway(database, version).migrate();
        Map<String, List<Map<String, String>>> after = rows(connection);
        if (version.equals(MigrationVersion.fromVersion("2"))) {
          assertEquals(List.of(), after.get(TOKENS));
          before.remove(TOKENS);
        }
        if (version.equals(MigrationVersion.fromVersion("10"))) {
          before.values().stream().flatMap(List::stream).forEach(SchemaUpgradeTest::rename);
        }
        before.forEach(
            (table, rows) -> assertRows("V" + version + " " + table, rows, after.get(table)));
        run(connection, data(version));
      }
      assertEquals(1, rows(connection).get("account").size());
      flyway(database, MigrationVersion.LATEST).validate();
    }
  }

  /** Version 10 writes the names of users from outside without a colon. */
  private static void rename(Map<String, String> row) {
    row.computeIfPresent("username", (column, name) -> name.replace("oidc:", "oidc~"));
  }

  /** New columns may come; the old ones keep their values, but for a role that version 2 adds. */
  private static void assertRows(
      String where, List<Map<String, String>> before, List<Map<String, String>> after) {
    assertEquals(before.size(), after.size(), where);
    for (int i = 0; i < before.size(); i++) {
      Map<String, String> kept = new LinkedHashMap<>(after.get(i));
      kept.keySet().retainAll(before.get(i).keySet());
      if ("admin".equals(kept.get("username"))) {
        kept.replace("roles", "admin,operator", before.get(i).get("roles"));
      }
      assertEquals(before.get(i), kept, where);
    }
  }

  private static Map<String, List<Map<String, String>>> rows(Connection connection)
      throws SQLException {
    Map<String, List<Map<String, String>>> tables = new LinkedHashMap<>();
    for (String table : tables(connection)) {
      try (Statement statement = connection.createStatement();
          ResultSet result = statement.executeQuery("select * from " + table + " order by 1, 2")) {
        List<Map<String, String>> rows = new ArrayList<>();
        while (result.next()) {
          rows.add(row(result));
        }
        tables.put(table, rows);
      }
    }
    return tables;
  }

  private static Map<String, String> row(ResultSet result) throws SQLException {
    ResultSetMetaData columns = result.getMetaData();
    Map<String, String> row = new LinkedHashMap<>();
    for (int i = 1; i <= columns.getColumnCount(); i++) {
      row.put(
          columns.getColumnName(i).toLowerCase(Locale.ROOT), String.valueOf(result.getObject(i)));
    }
    return row;
  }

  private static List<String> tables(Connection connection) throws SQLException {
    List<String> tables = new ArrayList<>();
    try (ResultSet found =
        connection
            .getMetaData()
            .getTables(
                connection.getCatalog(),
                connection.getSchema(),
                null,
                new String[] {"TABLE", "BASE TABLE"})) {
      while (found.next()) {
        String name = found.getString("TABLE_NAME").toLowerCase(Locale.ROOT);
        if (!HISTORY.equals(name)) {
          tables.add(name);
        }
      }
    }
    return tables;
  }

  private static List<MigrationVersion> versions(StoredDatabase database) {
    return Stream.of(flyway(database, MigrationVersion.LATEST).info().all())
        .map(MigrationInfo::getVersion)
        .toList();
  }

  private static Flyway flyway(StoredDatabase database, MigrationVersion target) {
    return Flyway.configure()
        .dataSource(database.url(), database.user(), database.password())
        .locations("classpath:db/migration")
        .target(target)
        .load();
  }

  private static String data(MigrationVersion version) throws IOException {
    try (InputStream file =
        SchemaUpgradeTest.class.getResourceAsStream("/upgrade/V" + version + ".sql")) {
      return file == null ? "" : new String(file.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static void run(Connection connection, String script) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String command : script.replaceAll("(?m)^--.*$", "").split(";")) {
        if (!command.isBlank()) {
          statement.execute(command);
        }
      }
    }
  }
}
