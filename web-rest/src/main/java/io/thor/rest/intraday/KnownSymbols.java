package io.thor.rest.intraday;

import io.thor.account.Instrument;
import io.thor.rest.Problem;
import io.thor.storage.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** Holds a request's symbol against the instruments that exist. */
@ApplicationScoped
class KnownSymbols {

  @Inject Database database;

  /** The symbol; 400 when it is missing, 404 when there is none. */
  String require(String symbol) {
    if (symbol == null || symbol.isBlank()) {
      throw Problem.missing("symbol", "give one of those that GET /api/symbols lists");
    }
    return instrument(symbol)
        .map(Instrument::getSymbol)
        .orElseThrow(() -> Problem.notFound("symbol", symbol));
  }

  private Optional<Instrument> instrument(String symbol) {
    return database.inNewTransaction(
        () -> Optional.ofNullable(database.entityManager().find(Instrument.class, symbol)));
  }
}
