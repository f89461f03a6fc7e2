package io.thor.order;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What an owner asks for. Quantities and prices are canonical: two equal tickets ask for the same.
 *
 * <p>Errors: {@link InvalidOrderException} names the field, the value and the remedy.
 *
 * @param clientOrderId the owner's own name of the order, once per account
 * @param quantity above zero
 * @param limitPrice of limit orders alone
 */
public record OrderTicket(
    String clientOrderId,
    String symbol,
    Side side,
    OrderType type,
    BigDecimal quantity,
    Optional<BigDecimal> limitPrice) {

  /** The most units of one order. */
  public static final BigDecimal MOST_UNITS = new BigDecimal("1000000");

  /** The highest limit. */
  public static final BigDecimal HIGHEST_PRICE = new BigDecimal("1000000000");

  /** Decimal places of quantities and limits. */
  public static final int MOST_PLACES = 8;

  private static final Pattern CLIENT_ORDER_ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");

  public OrderTicket {
    if (!CLIENT_ORDER_ID.matcher(clientOrderId).matches()) {
      throw new InvalidOrderException(
          "client_order_id",
          shortened(clientOrderId),
          "1 to 64 letters, digits, dots, hyphens or underscores");
    }
    Objects.requireNonNull(symbol, "symbol");
    Objects.requireNonNull(side, "side");
    quantity = canonical("quantity", quantity, MOST_UNITS);
    limitPrice = limitPrice.map(price -> canonical("limit_price", price, HIGHEST_PRICE));
    if (type == OrderType.LIMIT && limitPrice.isEmpty()) {
      throw new InvalidOrderException("limit_price", "", "a price, as type is LIMIT");
    }
    if (type == OrderType.MARKET && limitPrice.isPresent()) {
      throw new InvalidOrderException(
          "limit_price", limitPrice.get().toPlainString(), "none, or LIMIT as type");
    }
  }

  /** The quantity as holdings count it: negative for a sale. */
  public BigDecimal signedQuantity() {
    return side.signed(quantity);
  }

  private static BigDecimal canonical(String field, BigDecimal value, BigDecimal most) {
    // The size comes first: to write out or shorten 1e999999999 would take for ever.
    boolean sane = value.signum() > 0 && value.scale() <= 100 && value.compareTo(most) <= 0;
    BigDecimal stripped = sane ? value.stripTrailingZeros() : value;
    if (!sane || stripped.scale() > MOST_PLACES) {
      throw new InvalidOrderException(
          field,
          shortened(value.toString()),
          "a number above 0, at most %s, of at most %d decimal places"
              .formatted(most.toPlainString(), MOST_PLACES));
    }
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }

  private static String shortened(String value) {
    return value.length() <= 80 ? value : value.substring(0, 80) + "...";
  }
}
