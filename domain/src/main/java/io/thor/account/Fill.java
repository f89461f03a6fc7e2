package io.thor.account;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;

/** An execution that changed a holding and the cash; never changed afterwards. */
@Entity
@Table(name = "fill")
public class Fill {

  @Id
  @Column(name = "fill_id")
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "fill_id")
  @SequenceGenerator(name = "fill_id", sequenceName = "fill_id", allocationSize = 1)
  private long fillId;

  @Column(name = "account_id")
  private String accountId;

  private String symbol;
  private BigDecimal quantity;
  private BigDecimal price;

  @Column(name = "cash_effect")
  private BigDecimal cashEffect;

  @Column(name = "order_id")
  private Long orderId;

  @Column(name = "filled_ms")
  private long filledMs;

  protected Fill() {}

  /** A purchase has a positive quantity, a sale a negative one. */
  Fill(String accountId, String symbol, Execution execution, BigDecimal cashEffect, Instant at) {
    this.accountId = accountId;
    this.symbol = symbol;
    this.quantity = execution.quantity();
    this.price = execution.price();
    this.cashEffect = cashEffect;
    this.filledMs = at.toEpochMilli();
  }

  /** Says which order it fills; demonstration accounts open with fills that have none. */
  void of(long order) {
    orderId = order;
  }

  public long getFillId() {
    return fillId;
  }
}
