package io.thor.account;

import io.thor.intraday.BitstampRecording;
import io.thor.intraday.Trade;
import io.thor.intraday.TradeCsv;
import io.thor.intraday.TradeEligibility;
import io.thor.market.Markets;
import io.thor.storage.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;

/**
 * Opens the paper accounts of the demonstration, with a few fills at recorded prices. It flushes
 * after each parent row, for the entities refer to each other by key alone.
 */
@ApplicationScoped
public class DemoAccounts {

  private static final BigDecimal OPENING_CASH = new BigDecimal("100000.00");

  /** A purchase or, negative, a sale at the price of the recorded trade with that number. */
  private record Planned(int recordedTrade, String quantity) {}

  @Inject Database database;
  @Inject Books books;
  @Inject Clock clock;

  /** Opens them unless they are there. The owners must exist. */
  public void open() {
    database.inNewTransaction(
        () -> {
          if (books.account("ACC-1001").isEmpty()) {
            Instrument bitcoin = listBitcoin();
            open(
                new Account("ACC-1001", "PAPER-1001", "trader", "USD", OPENING_CASH),
                bitcoin,
                List.of(
                    new Planned(100, "12"), new Planned(5_000, "8.5"), new Planned(9_000, "-4")));
            open(
                new Account("ACC-1002", "PAPER-1002", "trader2", "USD", OPENING_CASH),
                bitcoin,
                List.of(new Planned(2_000, "20"), new Planned(7_000, "-2.25")));
          }
          return clock.instant();
        });
  }

  private Instrument listBitcoin() {
    Instrument bitcoin = new Instrument(BitstampRecording.SYMBOL);
    bitcoin.become(
        new Listing(
            BitstampRecording.SYMBOL,
            Markets.DEMONSTRATION,
            "CRYPTO",
            BigDecimal.ONE,
            "Bitcoin in US dollars",
            TradeEligibility.ALL),
        "GLOBAL");
    database.entityManager().persist(bitcoin);
    database.entityManager().flush();
    return bitcoin;
  }

  private void open(Account account, Instrument instrument, List<Planned> plan) {
    EntityManager em = database.entityManager();
    em.persist(account);
    em.flush();
    for (Planned planned : plan) {
      BigDecimal price = recordedPrice(planned.recordedTrade());
      Execution execution =
          new Execution(new BigDecimal(planned.quantity()), price, instrument.terms());
      books.book(account, instrument.getSymbol(), execution, clock.instant());
    }
  }

  private static BigDecimal recordedPrice(int number) {
    try (TradeCsv recording = BitstampRecording.open()) {
      Trade trade = recording.next();
      for (int i = 0; i < number; i++) {
        trade = recording.next();
      }
      return trade.price();
    }
  }
}
