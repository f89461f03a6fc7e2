package io.thor.order;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/** An order and what became of it. It ends once, and stays as it ended. */
@Entity
@Table(name = "paper_order")
public class PaperOrder {

  @Id
  @Column(name = "order_id")
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "paper_order_id")
  @SequenceGenerator(name = "paper_order_id", sequenceName = "paper_order_id", allocationSize = 1)
  private long orderId;

  @Column(name = "account_id")
  private String accountId;

  @Column(name = "client_order_id")
  private String clientOrderId;

  private String symbol;

  @Enumerated(EnumType.STRING)
  private Side side;

  @Enumerated(EnumType.STRING)
  @Column(name = "order_type")
  private OrderType type;

  private BigDecimal quantity;

  @Column(name = "limit_price")
  private BigDecimal limitPrice;

  @Column(name = "reference_price")
  private BigDecimal referencePrice;

  @Enumerated(EnumType.STRING)
  private OrderStatus status = OrderStatus.OPEN;

  private String reason;

  @Column(name = "fill_id")
  private Long fillId;

  @Column(name = "fill_price")
  private BigDecimal fillPrice;

  @Column(name = "placed_ms")
  private long placedMs;

  @Column(name = "ended_ms")
  private Long endedMs;

  protected PaperOrder() {}

  PaperOrder(String accountId, OrderTicket ticket, Instant placed) {
    this.accountId = accountId;
    this.clientOrderId = ticket.clientOrderId();
    this.symbol = ticket.symbol();
    this.side = ticket.side();
    this.type = ticket.type();
    this.quantity = ticket.quantity();
    this.limitPrice = ticket.limitPrice().orElse(null);
    this.placedMs = placed.toEpochMilli();
  }

  /** What its owner asked for. */
  public OrderTicket ticket() {
    return new OrderTicket(
        clientOrderId, symbol, side, type, quantity, Optional.ofNullable(limitPrice));
  }

  Matching matching() {
    return new Matching(symbol, side, Optional.ofNullable(limitPrice), placed());
  }

  /** Notes the last price at its placement. */
  void refer(BigDecimal lastPrice) {
    referencePrice = lastPrice;
  }

  /** The last price at its placement; only what was rejected then may have none. */
  BigDecimal referencePrice() {
    return referencePrice;
  }

  /** Why it is not filled at a price, though its limit allows it. */
  Optional<String> objection(BigDecimal price) {
    return type == OrderType.LIMIT ? Optional.empty() : PriceBand.objection(referencePrice, price);
  }

  void fill(long fill, BigDecimal price, Instant at) {
    end(OrderStatus.FILLED, at);
    fillId = fill;
    fillPrice = price;
  }

  void cancel(Instant at) {
    end(OrderStatus.CANCELLED, at);
  }

  void reject(String why, Instant at) {
    end(OrderStatus.REJECTED, at);
    reason = why;
  }

  private void end(OrderStatus ended, Instant at) {
    if (!isOpen()) {
      throw new IllegalStateException("order " + orderId + " is " + status + ", not " + ended);
    }
    status = ended;
    endedMs = at.toEpochMilli();
  }

  boolean isOpen() {
    return status == OrderStatus.OPEN;
  }

  public long orderId() {
    return orderId;
  }

  public String accountId() {
    return accountId;
  }

  public OrderStatus status() {
    return status;
  }

  /** Why it was rejected. */
  public Optional<String> reason() {
    return Optional.ofNullable(reason);
  }

  /** Orders an account's fills by the time of their booking. */
  public Optional<Long> fillId() {
    return Optional.ofNullable(fillId);
  }

  public Optional<BigDecimal> fillPrice() {
    return Optional.ofNullable(fillPrice);
  }

  public Instant placed() {
    return Instant.ofEpochMilli(placedMs);
  }

  public Optional<Instant> ended() {
    return Optional.ofNullable(endedMs).map(Instant::ofEpochMilli);
  }
}
