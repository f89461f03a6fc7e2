package io.thor.account;

import io.thor.config.Settings;
import io.thor.intraday.TradeTape;
import io.thor.storage.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.Instant;
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

  private static final String POLICY = "thor.accounts.buying-power-policy";

  @Inject Database database;
  @Inject Settings settings;

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
    Map<String, BigDecimal> marks = marks(open);
    return open.stream().map(holding -> mark(holding, marks)).toList();
  }

  /** Books an execution to the account and its holding, and keeps it as a fill. */
  Fill book(Account account, String symbol, Execution execution, Instant at) {
    AccountSymbol key = new AccountSymbol(account.getAccountId(), symbol);
    StoredHolding holding = em().find(StoredHolding.class, key);
    if (holding == null) {
      holding = new StoredHolding(account.getAccountId(), symbol);
      em().persist(holding);
    }
    Execution.Booking booking = execution.bookedTo(holding.holding());
    holding.become(booking.holding());
    account.addCash(booking.cashEffect());
    Fill fill = new Fill(account.getAccountId(), symbol, execution, booking.cashEffect(), at);
    em().persist(fill);
    return fill;
  }

  /** Cash and open holdings of an account. */
  Portfolio portfolio(Account account) {
    return new Portfolio(
        account.cash(),
        marked(account.getAccountId()).stream()
            .collect(Collectors.toMap(marked -> marked.instrument().getSymbol(), Marked::holding)));
  }

  /** The last price of a symbol, if it has traded. */
  Optional<BigDecimal> lastPrice(String symbol) {
    return Optional.ofNullable(em().find(TradeTape.class, symbol)).map(TradeTape::lastPrice);
  }

  /** Which rule says how much accounts may hold. */
  BuyingPowerPolicy policy() {
    return settings.constant(POLICY, BuyingPowerPolicy.class, BuyingPowerPolicy.REG_T);
  }

  /** A marked holding with its instrument. */
  record Marked(Instrument instrument, MarkedHolding holding) {}

  private Marked mark(StoredHolding stored, Map<String, BigDecimal> marks) {
    Instrument instrument = instrument(stored.symbol());
    Holding holding = stored.holding();
    BigDecimal mark = marks.getOrDefault(stored.symbol(), holding.averageCost());
    return new Marked(instrument, new MarkedHolding(holding, mark, instrument.terms()));
  }

  private Map<String, BigDecimal> marks(List<StoredHolding> open) {
    if (open.isEmpty()) {
      return Map.of();
    }
    return em().createQuery("select t from TradeTape t where t.symbol in :held", TradeTape.class)
        .setParameter("held", open.stream().map(StoredHolding::symbol).toList())
        .getResultStream()
        .collect(Collectors.toMap(TradeTape::symbol, TradeTape::lastPrice));
  }

  private EntityManager em() {
    return database.entityManager();
  }
}
