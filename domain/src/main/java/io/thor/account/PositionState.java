package io.thor.account;

import io.thor.message.PositionsUpdate;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.math.BigDecimal;

/** One row of the last committed state of {@code positions:*}. */
@Entity
@IdClass(AccountSymbol.class)
@Table(name = "position_row")
public class PositionState {

  @Id
  @Column(name = "account_id")
  private String accountId;

  @Id private String symbol;
  private BigDecimal quantity;

  @Column(name = "entry_price")
  private BigDecimal entryPrice;

  @Column(name = "current_price")
  private BigDecimal currentPrice;

  @Column(name = "market_value")
  private BigDecimal marketValue;

  private BigDecimal pnl;

  @Column(name = "pnl_percent")
  private BigDecimal pnlPercent;

  @Column(name = "realized_pnl")
  private BigDecimal realizedPnl;

  protected PositionState() {}

  PositionState(String accountId, PositionsUpdate.Row row) {
    this.accountId = accountId;
    this.symbol = row.symbol();
    this.quantity = row.quantity();
    this.entryPrice = row.entryPrice();
    this.currentPrice = row.currentPrice();
    this.marketValue = row.marketValue();
    this.pnl = row.pnl();
    this.pnlPercent = row.pnlPercent();
    this.realizedPnl = row.realizedPnl();
  }

  PositionsUpdate.Row toRow(Instrument instrument) {
    return new PositionsUpdate.Row(
        symbol,
        instrument.getDescription(),
        instrument.getAssetType(),
        quantity,
        instrument.getMultiplier(),
        entryPrice,
        currentPrice,
        marketValue,
        pnl,
        pnlPercent,
        realizedPnl);
  }

  public String getSymbol() {
    return symbol;
  }

  public BigDecimal getQuantity() {
    return quantity;
  }

  public BigDecimal getEntryPrice() {
    return entryPrice;
  }

  public BigDecimal getCurrentPrice() {
    return currentPrice;
  }

  public BigDecimal getMarketValue() {
    return marketValue;
  }

  public BigDecimal getPnl() {
    return pnl;
  }

  public BigDecimal getPnlPercent() {
    return pnlPercent;
  }

  public BigDecimal getRealizedPnl() {
    return realizedPnl;
  }
}
