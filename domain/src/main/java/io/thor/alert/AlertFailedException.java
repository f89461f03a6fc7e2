package io.thor.alert;

/** An alert was not taken. The message never holds the address, which may hold a secret. */
public class AlertFailedException extends Exception {

  private static final long serialVersionUID = 1L;

  public AlertFailedException(String message) {
    super(message);
  }
}
