package io.thor.message;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * Every open position of an account, sorted by symbol.
 *
 * @param timestamp the moment of the marks
 */
@WireType(value = "positions", feature = "positions")
public record PositionsUpdate(
    StreamPosition position, String accountId, List<Row> positions, Instant timestamp)
    implements TopicMessage {

  public static final String TOPIC_PREFIX = "positions";

  /**
   * One position; negative quantities are short.
   *
   * @param multiplier units of the underlying for each contract, 1 for shares and coins
   * @param entryPrice average cost of one unit
   * @param currentPrice the mark
   * @param pnl unrealized, in the account's currency
   * @param pnlPercent of the cost, in percent
   * @param realizedPnl what closed parts have brought so far
   */
  public record Row(
      String symbol,
      String description,
      String assetType,
      BigDecimal quantity,
      BigDecimal multiplier,
      BigDecimal entryPrice,
      BigDecimal currentPrice,
      BigDecimal marketValue,
      BigDecimal pnl,
      BigDecimal pnlPercent,
      BigDecimal realizedPnl) {

    public Row {
      Checks.text("symbol", symbol);
      Checks.text("description", description);
      Checks.text("asset_type", assetType);
      quantity = Decimals.quantity(quantity);
      multiplier = Decimals.quantity(Checks.positive("multiplier", multiplier));
      entryPrice = Decimals.price(entryPrice);
      currentPrice = Decimals.price(currentPrice);
      marketValue = Decimals.money(marketValue);
      pnl = Decimals.money(pnl);
      pnlPercent = Decimals.percent(pnlPercent);
      realizedPnl = Decimals.money(realizedPnl);
    }
  }

  public PositionsUpdate {
    Objects.requireNonNull(position, "position");
    Checks.text("account_id", accountId);
    positions = positions.stream().sorted(Comparator.comparing(Row::symbol)).toList();
    Objects.requireNonNull(timestamp, "timestamp");
  }

  @Override
  public Topic topic() {
    return new Topic(TOPIC_PREFIX, accountId);
  }

  @Override
  public Audience audience() {
    return Audience.holdersOf(accountId);
  }
}
