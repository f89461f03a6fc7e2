package io.thor.replay;

import io.thor.replay.Columns.Column;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Makes trades of rows, or says why not.
 *
 * <p>Threads: not thread safe.
 */
final class RowParser {

  private static final Pattern SYMBOL = Pattern.compile("[A-Za-z0-9^][A-Za-z0-9._/:=^-]{0,31}");
  private static final Pattern BETWEEN_CONDITIONS = Pattern.compile("[\\s;|,]+");
  private static final int LONGEST_ID = 64;
  private static final int MOST_REMEMBERED = 4096;

  private final Columns columns;
  private final TradeFileRules rules;
  private Instant latest = Instant.MIN;
  private final TradeTimes times = new TradeTimes();
  private final Map<String, Set<String>> conditions = new HashMap<>();
  private final Map<String, String> symbols = new HashMap<>();

  RowParser(Columns columns, TradeFileRules rules) {
    this.columns = columns;
    this.rules = rules;
  }

  TradeRow parse(long line, List<String> row) throws RejectedRowException {
    columns.requireSize(row);
    return new TradeRow(
        line,
        time(text(row, Column.TIME)),
        symbol(row),
        price(text(row, Column.PRICE)),
        quantity(text(row, Column.QUANTITY)),
        tradeId(text(row, Column.TRADE_ID)),
        conditions(text(row, Column.CONDITIONS)));
  }

  private String text(List<String> row, Column column) {
    return columns.field(row, column).orElse("");
  }

  private Instant time(String text) throws RejectedRowException {
    Instant time = times.parse(text);
    if (isFuture(time)) {
      throw RejectedRowException.field(
          Rejection.FUTURE_TIME, "time", text, "is in the future; check the unit and the clock");
    }
    return time;
  }

  /** Looks at the clock only where the last look does not say enough. */
  private boolean isFuture(Instant time) {
    if (time.isAfter(latest)) {
      latest = rules.clock().instant().plus(TradeFileRules.TOLERANCE);
    }
    return time.isAfter(latest);
  }

  private String symbol(List<String> row) throws RejectedRowException {
    if (rules.symbol().isPresent()) {
      return rules.symbol().get();
    }
    String text = text(row, Column.SYMBOL);
    String known = symbols.get(text);
    if (known != null) {
      return known;
    }
    if (!SYMBOL.matcher(text).matches()) {
      throw RejectedRowException.field(
          Rejection.BAD_SYMBOL, "symbol", text, "is no symbol; write up to 32 letters and digits");
    }
    if (rules.knownSymbols().filter(all -> !all.contains(text)).isPresent()) {
      throw RejectedRowException.field(
          Rejection.UNKNOWN_SYMBOL, "symbol", text, "is not known; name it among the symbols");
    }
    if (symbols.size() < MOST_REMEMBERED) {
      symbols.put(text, text);
    }
    return text;
  }

  private static BigDecimal price(String text) throws RejectedRowException {
    BigDecimal price = decimal(Rejection.BAD_PRICE, "price", text);
    if (price.signum() <= 0) {
      throw RejectedRowException.field(
          Rejection.PRICE_NOT_POSITIVE, "price", text, "is not above zero; leave the row out");
    }
    return price;
  }

  private static BigDecimal quantity(String text) throws RejectedRowException {
    BigDecimal quantity = decimal(Rejection.BAD_QUANTITY, "quantity", text);
    if (quantity.signum() < 0) {
      throw RejectedRowException.field(
          Rejection.NEGATIVE_QUANTITY, "quantity", text, "is below zero; leave the row out");
    }
    return quantity;
  }

  private static BigDecimal decimal(Rejection rejection, String name, String text)
      throws RejectedRowException {
    Optional<BigDecimal> number = PlainDecimal.parse(text);
    if (number.isEmpty()) {
      throw RejectedRowException.field(
          rejection,
          name,
          text,
          "is no plain decimal of at most 30 digits each side; write 807.47");
    }
    return number.get();
  }

  private static Optional<String> tradeId(String text) throws RejectedRowException {
    if (text.length() > LONGEST_ID) {
      throw RejectedRowException.field(
          Rejection.BAD_TRADE_ID, "trade_id", text, "is too long; use at most 64 characters");
    }
    return text.isEmpty() ? Optional.empty() : Optional.of(text);
  }

  private Set<String> conditions(String text) {
    if (text.isEmpty()) {
      return Set.of();
    }
    Set<String> known = conditions.get(text);
    if (known == null) {
      known =
          Arrays.stream(BETWEEN_CONDITIONS.split(text))
              .filter(code -> !code.isEmpty())
              .collect(Collectors.toUnmodifiableSet());
      if (conditions.size() < MOST_REMEMBERED) {
        conditions.put(text, known);
      }
    }
    return known;
  }
}
