package io.thor.market;

/** A calendar file breaks its format; the message names file, line, value and remedy. */
public final class InvalidCalendarException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  InvalidCalendarException(String message) {
    super(message);
  }
}
