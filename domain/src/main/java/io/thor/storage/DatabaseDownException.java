package io.thor.storage;

/** The database cannot be reached now: what was asked of it may succeed later, as it is. */
public class DatabaseDownException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public DatabaseDownException(Throwable cause) {
    super("the database cannot be reached", cause);
  }
}
