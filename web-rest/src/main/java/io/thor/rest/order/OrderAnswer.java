package io.thor.rest.order;

import io.thor.message.Decimals;
import io.thor.order.OrderStatus;
import io.thor.order.OrderTicket;
import io.thor.order.OrderType;
import io.thor.order.PaperOrder;
import io.thor.order.Side;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/**
 * An order as its owner sees it.
 *
 * @param reason why it was rejected
 * @param fillId rises from fill to fill
 * @param fillPrice of one unit
 * @param endedAt when it was filled, cancelled or rejected
 */
public record OrderAnswer(
    long orderId,
    String accountId,
    String clientOrderId,
    String symbol,
    Side side,
    OrderType type,
    BigDecimal quantity,
    Optional<BigDecimal> limitPrice,
    OrderStatus status,
    Optional<String> reason,
    Optional<Long> fillId,
    Optional<BigDecimal> fillPrice,
    Instant placedAt,
    Optional<Instant> endedAt) {

  static OrderAnswer of(PaperOrder order) {
    OrderTicket ticket = order.ticket();
    return new OrderAnswer(
        order.orderId(),
        order.accountId(),
        ticket.clientOrderId(),
        ticket.symbol(),
        ticket.side(),
        ticket.type(),
        Decimals.quantity(ticket.quantity()),
        ticket.limitPrice().map(Decimals::price),
        order.status(),
        order.reason(),
        order.fillId(),
        order.fillPrice().map(Decimals::price),
        order.placed(),
        order.ended());
  }
}
