package io.thor.storage;

import java.sql.SQLException;
import java.util.stream.Stream;

/** Tells transactions that the database gave up for the sake of others from those that failed. */
public final class Conflicts {

  /** Class 40 of ISO/IEC 9075-2: transaction rollback, such as 40001, or 40P01 of PostgreSQL. */
  private static final String TRANSACTION_ROLLBACK = "40";

  private Conflicts() {}

  /** Whether the same work may well succeed when it is done again. */
  public static boolean isConflict(Throwable thrown) {
    return Stream.iterate(thrown, cause -> cause != null, Throwable::getCause)
        .anyMatch(
            cause ->
                cause instanceof SQLException sql
                    && String.valueOf(sql.getSQLState()).startsWith(TRANSACTION_ROLLBACK));
  }
}
