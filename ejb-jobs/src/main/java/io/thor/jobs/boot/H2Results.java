package io.thor.jobs.boot;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/**
 * H2 answers a query that a session asks again from its former result, unless a table has changed.
 * Beside other transactions it misses changes: who asks while one commits goes on to read what was
 * before the commit, in the same transaction as newer rows of other tables. A state and its
 * position do not belong together then, so it is turned off.
 */
final class H2Results {

  private static final String PRODUCT = "H2";

  /** H2's error code of that name. */
  private static final int ADMIN_RIGHTS_REQUIRED = 90040;

  private H2Results() {}

  /**
   * Turns it off for every connection, for as long as the database is open. Does nothing on another
   * database.
   *
   * <p>Errors: {@link IllegalStateException} where the user of the data source may not.
   */
  static void neverReuse(DataSource dataSource) {
    try (Connection connection = dataSource.getConnection()) {
      if (connection.getMetaData().getDatabaseProductName().equals(PRODUCT)) {
        turnOff(connection);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(
          "the database of jdbc/thor cannot be asked to turn off OPTIMIZE_REUSE_RESULTS", e);
    }
  }

  private static void turnOff(Connection connection) throws SQLException {
    String user = connection.getMetaData().getUserName();
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET OPTIMIZE_REUSE_RESULTS FALSE");
    } catch (SQLException e) {
      if (e.getErrorCode() != ADMIN_RIGHTS_REQUIRED) {
        throw e;
      }
      throw new IllegalStateException(
          "user "
              + user
              + " of the data source jdbc/thor may not turn off OPTIMIZE_REUSE_RESULTS, without"
              + " which H2 tears states; make it an administrator of H2: ALTER USER "
              + user
              + " ADMIN TRUE",
          e);
    }
  }
}
