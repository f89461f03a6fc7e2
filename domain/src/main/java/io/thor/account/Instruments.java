package io.thor.account;

import io.thor.storage.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/**
 * What can be traded.
 *
 * <p>Threads: any, inside a transaction.
 */
@ApplicationScoped
public class Instruments {

  @Inject Database database;

  public List<String> symbols() {
    return database
        .entityManager()
        .createQuery("select i.symbol from Instrument i order by i.symbol", String.class)
        .getResultList();
  }

  public boolean isListed(String symbol) {
    return database.entityManager().find(Instrument.class, symbol) != null;
  }

  /** The country of a symbol's market; the symbol must exist. */
  public String countryOf(String symbol) {
    return database.entityManager().find(Instrument.class, symbol).getCountry();
  }

  /** The market of a symbol; empty for one that is not listed. */
  public Optional<String> marketOf(String symbol) {
    return Optional.ofNullable(database.entityManager().find(Instrument.class, symbol))
        .map(Instrument::getMarketId);
  }
}
