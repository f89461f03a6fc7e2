package io.thor.intraday;

import java.math.BigDecimal;
import java.util.function.Supplier;

/** What the records of this package demand of their components. */
final class Require {

  private Require() {}

  static void positive(String name, BigDecimal value) {
    if (value.signum() <= 0) {
      throw new IllegalArgumentException(
          name + " must be above zero, not " + value.toPlainString() + "; leave such trades out");
    }
  }

  static void that(boolean holds, Supplier<String> message) {
    if (!holds) {
      throw new IllegalArgumentException(message.get());
    }
  }
}
