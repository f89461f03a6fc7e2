package io.thor.account;

import io.thor.message.AccountBalanceUpdate;
import io.thor.message.StreamPosition;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;

/** The last committed state of {@code account_balance:*}. */
@Entity
@Table(name = "account_balance")
public class BalanceState {

  @Id
  @Column(name = "account_id")
  private String accountId;

  private BigDecimal cash;

  @Column(name = "portfolio_value")
  private BigDecimal portfolioValue;

  private BigDecimal equity;

  @Column(name = "buying_power")
  private BigDecimal buyingPower;

  @Column(name = "day_trading_buying_power")
  private BigDecimal dayTradingBuyingPower;

  protected BalanceState() {}

  BalanceState(String accountId) {
    this.accountId = accountId;
  }

  /** Takes over a valuation; {@code false} when it says nothing new. */
  boolean become(Valuation value) {
    if (cash != null && valuation().equals(value)) {
      return false;
    }
    cash = value.cash();
    portfolioValue = value.portfolioValue();
    equity = value.equity();
    buyingPower = value.buyingPower();
    dayTradingBuyingPower = value.dayTradingBuyingPower();
    return true;
  }

  AccountBalanceUpdate toUpdate(StreamPosition position, Account account) {
    return new AccountBalanceUpdate(
        position,
        accountId,
        account.getAccountNumber(),
        account.getCurrency(),
        cash,
        portfolioValue,
        equity,
        buyingPower,
        dayTradingBuyingPower,
        position.asOf());
  }

  private Valuation valuation() {
    return new Valuation(cash, portfolioValue, equity, buyingPower, dayTradingBuyingPower);
  }

  public BigDecimal getCash() {
    return cash;
  }

  public BigDecimal getPortfolioValue() {
    return portfolioValue;
  }

  public BigDecimal getEquity() {
    return equity;
  }

  public BigDecimal getBuyingPower() {
    return buyingPower;
  }

  public BigDecimal getDayTradingBuyingPower() {
    return dayTradingBuyingPower;
  }
}
