package io.thor.account;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Objects;

/**
 * A quantity of one instrument at average cost. Buys on the same side average in; fills on the
 * other side realize PnL against the average; what goes through zero starts anew at the fill's
 * price.
 *
 * @param quantity negative when short
 * @param averageCost of one unit, at most ten places
 * @param realizedPnl cents, half up per fill
 */
public record Holding(BigDecimal quantity, BigDecimal averageCost, BigDecimal realizedPnl) {

  public static final Holding NONE = new Holding(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);

  private static final int COST_SCALE = 10;

  public Holding {
    Objects.requireNonNull(quantity, "quantity");
    Objects.requireNonNull(averageCost, "averageCost");
    Objects.requireNonNull(realizedPnl, "realizedPnl");
  }

  public boolean isFlat() {
    return quantity.signum() == 0;
  }

  /**
   * The holding after a fill.
   *
   * @param filled signed: negative for a sale
   * @param price of one unit
   * @param multiplier units of the underlying for each contract
   */
  public Holding after(BigDecimal filled, BigDecimal price, BigDecimal multiplier) {
    BigDecimal total = quantity.add(filled);
    if (quantity.signum() * filled.signum() >= 0) {
      return new Holding(total, averaged(filled, price, total), realizedPnl);
    }
    BigDecimal closed = filled.abs().min(quantity.abs());
    BigDecimal gain =
        price
            .subtract(averageCost)
            .multiply(closed)
            .multiply(BigDecimal.valueOf(quantity.signum()))
            .multiply(multiplier);
    BigDecimal realized = realizedPnl.add(gain.setScale(2, RoundingMode.HALF_UP));
    if (total.signum() == 0) {
      return new Holding(BigDecimal.ZERO, BigDecimal.ZERO, realized);
    }
    boolean flipped = total.signum() != quantity.signum();
    return new Holding(total, flipped ? price : averageCost, realized);
  }

  private BigDecimal averaged(BigDecimal filled, BigDecimal price, BigDecimal total) {
    if (total.signum() == 0) {
      return BigDecimal.ZERO;
    }
    BigDecimal cost = quantity.multiply(averageCost).add(filled.multiply(price));
    return cost.divide(total, MathContext.DECIMAL128).setScale(COST_SCALE, RoundingMode.HALF_UP);
  }
}
