package io.thor.rest.intraday;

import io.thor.account.Instrument;
import io.thor.rest.Access;
import io.thor.storage.Database;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** What can be traded. */
@Path("/symbols")
@Produces(MediaType.APPLICATION_JSON)
public class SymbolsResource {

  /** The answer. */
  public record Symbols(List<Entry> symbols) {}

  /** One instrument. */
  public record Entry(
      String symbol, String description, String assetType, String marketId, String country) {}

  @Inject Database database;

  @GET
  @Access
  public Symbols get() {
    return database.inNewTransaction(
        () ->
            new Symbols(
                database
                    .entityManager()
                    .createQuery("select i from Instrument i order by i.symbol", Instrument.class)
                    .getResultStream()
                    .map(SymbolsResource::entry)
                    .toList()));
  }

  private static Entry entry(Instrument instrument) {
    return new Entry(
        instrument.getSymbol(),
        instrument.getDescription(),
        instrument.getAssetType(),
        instrument.getMarketId(),
        instrument.getCountry());
  }
}
