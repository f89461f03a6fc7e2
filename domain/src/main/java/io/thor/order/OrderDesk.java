package io.thor.order;

import io.thor.account.AccountBooking;
import io.thor.account.Portfolio;
import io.thor.storage.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * Takes and cancels orders. An account's orders are taken one after the other, so that none counts
 * on buying power that another has taken.
 *
 * <p>Threads: any.
 */
@ApplicationScoped
public class OrderDesk {

  /** The most open orders of one account. */
  static final int MOST_OPEN = 500;

  @Inject Database database;
  @Inject AccountBooking booking;
  @Inject OrderBook orders;
  @Inject Clock clock;

  /**
   * What became of a ticket.
   *
   * @param isNew {@code false} where the account has that client order id already
   */
  public record Placement(PaperOrder order, boolean isNew) {}

  /** Takes a ticket; what cannot be taken is kept as rejected, with the reason. */
  public Placement place(String accountId, OrderTicket ticket) {
    return database.inNewTransaction(
        () -> {
          booking.lock(accountId);
          return orders
              .find(accountId, ticket.clientOrderId())
              .map(known -> new Placement(known, false))
              .orElseGet(() -> new Placement(take(accountId, ticket), true));
        });
  }

  /** Cancels an order if it is still open, and says how it stands then. */
  public PaperOrder cancel(String accountId, long orderId) {
    return database.inNewTransaction(
        () -> {
          booking.lock(accountId);
          PaperOrder order = orders.find(orderId).orElseThrow();
          if (order.isOpen()) {
            order.cancel(clock.instant());
          }
          return order;
        });
  }

  private PaperOrder take(String accountId, OrderTicket ticket) {
    PaperOrder order = new PaperOrder(accountId, ticket, clock.instant());
    Optional<BigDecimal> lastPrice = booking.lastPrice(ticket.symbol());
    lastPrice.ifPresent(order::refer);
    lastPrice
        .map(price -> objection(accountId, ticket, price))
        .orElseGet(
            () -> Optional.of("%s has not traded yet; order later".formatted(ticket.symbol())))
        .ifPresent(why -> order.reject(why, clock.instant()));
    orders.add(order);
    return order;
  }

  private Optional<String> objection(String accountId, OrderTicket ticket, BigDecimal lastPrice) {
    List<PaperOrder> open = orders.open(accountId);
    if (open.size() >= MOST_OPEN) {
      return Optional.of(
          "the account has %d open orders, the most; cancel some first".formatted(open.size()));
    }
    return PriceBand.objection(ticket, lastPrice)
        .or(() -> shortfall(accountId, open, ticket, lastPrice));
  }

  private Optional<String> shortfall(
      String accountId, List<PaperOrder> open, OrderTicket ticket, BigDecimal lastPrice) {
    List<Portfolio.Working> working =
        open.stream().map(order -> working(order.ticket(), order.referencePrice())).toList();
    return booking
        .portfolio(accountId)
        .shortfall(booking.policy(), working, working(ticket, lastPrice))
        .map(Shortfall::inWords);
  }

  private Portfolio.Working working(OrderTicket ticket, BigDecimal lastPrice) {
    return new Portfolio.Working(
        ticket.symbol(),
        ticket.signedQuantity(),
        ticket.limitPrice().orElse(lastPrice).max(lastPrice),
        booking.terms(ticket.symbol()));
  }
}
