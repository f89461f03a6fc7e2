package io.thor.account;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.math.RoundingMode;
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

  @Column(name = "filled_ms")
  private long filledMs;

  protected Fill() {}

  /** A purchase has a positive quantity, a sale a negative one. */
  Fill(Account account, Instrument instrument, BigDecimal quantity, BigDecimal price, Instant at) {
    this.accountId = account.getAccountId();
    this.symbol = instrument.getSymbol();
    this.quantity = quantity;
    this.price = price;
    this.cashEffect =
        quantity
            .multiply(price)
            .multiply(instrument.getMultiplier())
            .negate()
            .setScale(2, RoundingMode.HALF_UP);
    this.filledMs = at.toEpochMilli();
  }

  BigDecimal cashEffect() {
    return cashEffect;
  }
}
