package io.thor.order;

import io.thor.storage.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.List;
import java.util.Optional;

/**
 * Finds stored orders.
 *
 * <p>Threads: any, inside a transaction.
 */
@ApplicationScoped
public class OrderBook {

  /** Where a page of orders goes on. */
  public static final long NEWEST = Long.MAX_VALUE;

  @Inject Database database;

  /** An order of anybody's. */
  public Optional<PaperOrder> find(long orderId) {
    return Optional.ofNullable(em().find(PaperOrder.class, orderId));
  }

  /** An account's order under the name that its owner gave it. */
  public Optional<PaperOrder> find(String accountId, String clientOrderId) {
    return em().createQuery(
            "select o from PaperOrder o"
                + " where o.accountId = :account and o.clientOrderId = :client",
            PaperOrder.class)
        .setParameter("account", accountId)
        .setParameter("client", clientOrderId)
        .getResultStream()
        .findFirst();
  }

  /**
   * An account's orders, the newest first.
   *
   * @param before only those with a lower number; {@link #NEWEST} for the first page
   */
  public List<PaperOrder> page(
      String accountId, Optional<OrderStatus> status, long before, int limit) {
    String having = status.isPresent() ? " and o.status = :status" : "";
    TypedQuery<PaperOrder> query =
        em().createQuery(
                "select o from PaperOrder o where o.accountId = :account and o.orderId < :before"
                    + having
                    + " order by o.orderId desc",
                PaperOrder.class)
            .setParameter("account", accountId)
            .setParameter("before", before)
            .setMaxResults(limit);
    status.ifPresent(wanted -> query.setParameter("status", wanted));
    return query.getResultList();
  }

  /** Open orders of an account. */
  List<PaperOrder> open(String accountId) {
    return page(accountId, Optional.of(OrderStatus.OPEN), NEWEST, OrderDesk.MOST_OPEN);
  }

  /** Open orders of all accounts, those first that were placed first. */
  List<PaperOrder> openOf(String symbol) {
    return em().createQuery(
            "select o from PaperOrder o where o.status = :status and o.symbol = :symbol"
                + " order by o.orderId",
            PaperOrder.class)
        .setParameter("status", OrderStatus.OPEN)
        .setParameter("symbol", symbol)
        .getResultList();
  }

  void add(PaperOrder order) {
    em().persist(order);
    em().flush();
  }

  private EntityManager em() {
    return database.entityManager();
  }
}
