package io.thor.account;

import io.thor.intraday.TradeTape;
import io.thor.storage.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Accounts, what they hold and at which price that is marked, as stored.
 *
 * <p>Threads: any, inside a transaction. Whoever changes an account or needs cash and holdings of
 * one moment locks its topics first.
 */
@ApplicationScoped
class Books {

  @Inject Database database;

  List<String> accountIds() {
    return em().createQuery("select a.accountId from Account a order by a.accountId", String.class)
        .getResultList();
  }

  Optional<Account> account(String accountId) {
    return Optional.ofNullable(em().find(Account.class, accountId));
  }

  Instrument instrument(String symbol) {
    return em().find(Instrument.class, symbol);
  }

  /** Open holdings of an account by symbol order, marked to the last trade, else to their cost. */
  List<Marked> marked(String accountId) {
    List<StoredHolding> open =
        em().createQuery(
                "select h from StoredHolding h where h.accountId = :account and h.quantity <> 0"
                    + " order by h.symbol",
                StoredHolding.class)
            .setParameter("account", accountId)
            .getResultList();
    Map<String, BigDecimal> marks = marks();
    return open.stream().map(holding -> mark(holding, marks)).toList();
  }

  /** A marked holding with its instrument. */
  record Marked(Instrument instrument, MarkedHolding holding) {}

  private Marked mark(StoredHolding stored, Map<String, BigDecimal> marks) {
    Instrument instrument = instrument(stored.symbol());
    Holding holding = stored.holding();
    BigDecimal mark = marks.getOrDefault(stored.symbol(), holding.averageCost());
    return new Marked(instrument, new MarkedHolding(holding, mark, instrument.getMultiplier()));
  }

  private Map<String, BigDecimal> marks() {
    return em().createQuery("select t from TradeTape t", TradeTape.class)
        .getResultStream()
        .collect(Collectors.toMap(TradeTape::symbol, TradeTape::lastPrice));
  }

  private EntityManager em() {
    return database.entityManager();
  }
}
