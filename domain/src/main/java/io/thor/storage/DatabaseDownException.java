package io.thor.storage;

/** The database cannot be reached now: what was asked of it may succeed later, as it is. */
public class DatabaseDownException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private static final String WORDS = "the database cannot be reached";

  /** Where it is known already; the log has the cause. */
  DatabaseDownException() {
    super(WORDS);
  }

  public DatabaseDownException(Throwable cause) {
    super(WORDS, cause);
  }
}
