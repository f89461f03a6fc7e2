package io.thor.order;

/** An order that cannot be meant. */
public class InvalidOrderException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  /** Names the field, its value and what to give instead. */
  public InvalidOrderException(String field, String value, String remedy) {
    super("%s is '%s'; give %s".formatted(field, value, remedy));
  }
}
