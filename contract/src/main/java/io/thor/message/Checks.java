package io.thor.message;

import java.math.BigDecimal;

/** What the records of this package demand of their components. */
final class Checks {

  private Checks() {}

  static String text(String name, String value) {
    if (value == null || value.isBlank()) {
      throw new IllegalArgumentException(name + " must not be empty");
    }
    return value;
  }

  static BigDecimal positive(String name, BigDecimal value) {
    if (value.signum() <= 0) {
      throw new IllegalArgumentException(name + " must be positive, not " + value.toPlainString());
    }
    return value;
  }
}
