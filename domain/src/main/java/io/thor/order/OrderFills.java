package io.thor.order;

import io.thor.account.AccountBooking;
import io.thor.account.Execution;
import io.thor.channel.StateCommits;
import io.thor.intraday.Trade;
import io.thor.intraday.TradesTaken;
import io.thor.message.TopicMessage;
import io.thor.storage.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * Fills open orders by the trades that come in. Fill, cash, holding, order, balance and positions
 * are one transaction per order; balance and positions are pushed after it.
 *
 * <p>Threads: that of the feed. Errors: an order that fails is logged and stays open, for the next
 * trades; the others go on.
 */
@ApplicationScoped
public class OrderFills {

  private static final System.Logger LOG = System.getLogger(OrderFills.class.getName());

  @Inject Database database;
  @Inject StateCommits commits;
  @Inject AccountBooking booking;
  @Inject OrderBook orders;
  @Inject Clock clock;

  void onTrades(@Observes TradesTaken taken) {
    if (taken.trades().isEmpty()) {
      return;
    }
    try {
      for (PaperOrder order : database.inNewTransaction(() -> orders.openOf(taken.symbol()))) {
        order.matching().first(taken.trades()).ifPresent(trade -> attempt(order, trade));
      }
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "open orders cannot be read; the next trades fill them", e);
    }
  }

  private void attempt(PaperOrder order, Trade trade) {
    try {
      commits.commit(() -> fill(order, trade));
    } catch (RuntimeException e) {
      LOG.log(
          Level.WARNING,
          "order " + order.orderId() + " was not filled and stays open for the next trades",
          e);
    }
  }

  private List<TopicMessage> fill(PaperOrder found, Trade trade) {
    booking.lock(found.accountId());
    PaperOrder order = orders.find(found.orderId()).orElseThrow();
    if (!order.isOpen()) {
      return List.of();
    }
    OrderTicket ticket = order.ticket();
    Execution execution =
        new Execution(ticket.signedQuantity(), trade.price(), booking.terms(ticket.symbol()));
    Optional<String> objection =
        order.objection(trade.price()).or(() -> shortfall(order, execution));
    if (objection.isPresent()) {
      order.reject(objection.get(), clock.instant());
      return List.of();
    }
    AccountBooking.Booked booked =
        booking.book(
            order.accountId(), ticket.symbol(), execution, order.orderId(), clock.instant());
    order.fill(booked.fillId(), trade.price(), clock.instant());
    return booked.committed();
  }

  private Optional<String> shortfall(PaperOrder order, Execution execution) {
    return booking
        .portfolio(order.accountId())
        .shortfall(booking.policy(), order.ticket().symbol(), execution)
        .map(Shortfall::inWords);
  }
}
