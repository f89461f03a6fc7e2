package io.thor.account;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.math.BigDecimal;

/** What an account holds of one instrument, in the books. */
@Entity
@IdClass(AccountSymbol.class)
@Table(name = "holding")
public class StoredHolding {

  @Id
  @Column(name = "account_id")
  private String accountId;

  @Id private String symbol;
  private BigDecimal quantity;

  @Column(name = "average_cost")
  private BigDecimal averageCost;

  @Column(name = "realized_pnl")
  private BigDecimal realizedPnl;

  protected StoredHolding() {}

  StoredHolding(String accountId, String symbol) {
    this.accountId = accountId;
    this.symbol = symbol;
    become(Holding.NONE);
  }

  String symbol() {
    return symbol;
  }

  Holding holding() {
    return new Holding(quantity, averageCost, realizedPnl);
  }

  void become(Holding holding) {
    quantity = holding.quantity();
    averageCost = holding.averageCost();
    realizedPnl = holding.realizedPnl();
  }
}
