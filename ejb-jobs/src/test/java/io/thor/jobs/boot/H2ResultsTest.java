package io.thor.jobs.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;

class H2ResultsTest {

  private static final int COMMITS = 6_000;

  private final String url = "jdbc:h2:mem:" + UUID.randomUUID();
  private final JdbcDataSource admin = new JdbcDataSource();

  H2ResultsTest() {
    admin.setURL(url + ";DB_CLOSE_DELAY=-1");
    admin.setUser("sa");
  }

  @Test
  void whatIsReadBetweenTwoEqualLooksBelongsToThem() throws SQLException {
    for (String table : List.of("head", "state")) {
      execute(
          "create table " + table + " (id int primary key, seq bigint)",
          "insert into " + table + " values (1, 0), (2, 0)");
    }
    H2Results.neverReuse(admin);

    CompletableFuture<Void> writing =
        CompletableFuture.allOf(
            CompletableFuture.runAsync(() -> commitMany(1)),
            CompletableFuture.runAsync(() -> commitMany(2)));
    try (Connection connection = admin.getConnection();
        PreparedStatement head = connection.prepareStatement("select seq from head where id = 1");
        PreparedStatement state =
            connection.prepareStatement("select seq from state where id = 1")) {
      connection.setAutoCommit(false);
      while (!writing.isDone()) {
        long before = seq(head);
        long between = seq(state);
        if (seq(head) == before) {
          assertEquals(before, between);
        }
        connection.commit();
      }
    }
    writing.join();
  }

  @Test
  void userWhoMayNotTurnItOffIsToldWhatToDo() throws SQLException {
    execute("create user thor password 'x'");
    JdbcDataSource plain = new JdbcDataSource();
    plain.setURL(url);
    plain.setUser("thor");
    plain.setPassword("x");

    String message =
        assertThrows(IllegalStateException.class, () -> H2Results.neverReuse(plain)).getMessage();

    assertTrue(message.contains("ALTER USER THOR ADMIN TRUE"), message);
  }

  private void commitMany(int id) {
    try (Connection connection = admin.getConnection();
        Statement write = connection.createStatement()) {
      connection.setAutoCommit(false);
      for (int seq = 1; seq <= COMMITS; seq++) {
        write.execute("update head set seq = " + seq + " where id = " + id);
        write.execute("update state set seq = " + seq + " where id = " + id);
        connection.commit();
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private void execute(String... statements) throws SQLException {
    try (Connection connection = admin.getConnection();
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  private static long seq(PreparedStatement read) throws SQLException {
    try (ResultSet result = read.executeQuery()) {
      assertTrue(result.next());
      return result.getLong(1);
    }
  }
}
