package io.thor.order;

import java.math.BigDecimal;

/** Says what an account lacks of buying power. */
final class Shortfall {

  private Shortfall() {}

  static String inWords(BigDecimal lacking) {
    return "buying power is short: %s more of margin is needed; order less, or close or cancel something"
        .formatted(lacking.toPlainString());
  }
}
