package io.thor.identity;

/** What was given for a user cannot be: the message names the field, the value and the remedy. */
public class InvalidUserException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  InvalidUserException(String message) {
    super(message);
  }
}
