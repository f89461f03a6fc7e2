package io.thor.message;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;

/**
 * What an account is worth, in its currency.
 *
 * @param portfolioValue cash plus market value plus unrealized futures PnL
 * @param equity the same figure, the net liquidating value
 * @param timestamp the moment of the valuation
 */
@WireType(value = "account_balance", feature = "account_balance")
public record AccountBalanceUpdate(
    StreamPosition position,
    String accountId,
    String accountNumber,
    String currency,
    BigDecimal cash,
    BigDecimal portfolioValue,
    BigDecimal equity,
    BigDecimal buyingPower,
    BigDecimal dayTradingBuyingPower,
    Instant timestamp)
    implements TopicMessage {

  public static final String TOPIC_PREFIX = "account_balance";

  public AccountBalanceUpdate {
    Objects.requireNonNull(position, "position");
    Checks.text("account_id", accountId);
    Checks.text("account_number", accountNumber);
    Checks.text("currency", currency);
    cash = Decimals.money(cash);
    portfolioValue = Decimals.money(portfolioValue);
    equity = Decimals.money(equity);
    buyingPower = Decimals.money(buyingPower);
    dayTradingBuyingPower = Decimals.money(dayTradingBuyingPower);
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
