package io.thor.jobs.feed;

import io.thor.replay.TradeRow;
import java.math.BigDecimal;
import java.util.Optional;

/** What the columns of the database hold exactly. */
final class StorableTrades {

  private static final int MOST_DECIMALS = 8;
  private static final int MOST_DIGITS = 12;

  private StorableTrades() {}

  /** Why a trade cannot be stored without rounding; empty where it can. */
  static Optional<String> obstacle(TradeRow row) {
    return fits(row.price()) && fits(row.quantity())
        ? Optional.empty()
        : Optional.of(
            "price "
                + row.price()
                + " or quantity "
                + row.quantity()
                + " has more than 8 decimals or 12 digits before them; round it");
  }

  private static boolean fits(BigDecimal number) {
    BigDecimal bare = number.stripTrailingZeros();
    return bare.scale() <= MOST_DECIMALS && bare.precision() - bare.scale() <= MOST_DIGITS;
  }
}
