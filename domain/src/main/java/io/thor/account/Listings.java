package io.thor.account;

import io.thor.config.InvalidSettingException;
import io.thor.config.Settings;
import io.thor.intraday.TradeEligibility;
import io.thor.market.MarketCalendar;
import io.thor.market.Markets;
import io.thor.storage.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The instruments that {@code thor.instruments.file} lists, stored at the start. Those that are
 * stored already and not listed stay.
 *
 * <p>Threads: {@link #load} once, at the start; then any.
 */
@ApplicationScoped
public class Listings {

  static final String KEY = "thor.instruments.file";

  @Inject Settings settings;
  @Inject Database database;
  @Inject Markets markets;

  private volatile Map<String, Listing> bySymbol = Map.of();

  /** Reads and stores them. Errors: {@link InvalidSettingException} with the line and a remedy. */
  public void load() {
    Optional<String> file = settings.find(KEY);
    if (file.isEmpty()) {
      return;
    }
    Map<String, MarketCalendar> calendars =
        markets.all().stream()
            .collect(Collectors.toMap(MarketCalendar::marketId, Function.identity()));
    List<Listing> listings = read(file.get(), calendars.keySet());
    List<String> obstacles = database.inNewTransaction(() -> obstacles(listings));
    if (!obstacles.isEmpty()) {
      throw new InvalidSettingException(
          KEY, file.get(), "a file that leaves what is booked as it is; " + obstacles.get(0));
    }
    database.inNewTransaction(
        () -> {
          listings.forEach(each -> store(each, calendars.get(each.marketId()).country()));
          return listings.size();
        });
    bySymbol =
        listings.stream().collect(Collectors.toUnmodifiableMap(Listing::symbol, each -> each));
  }

  private static List<Listing> read(String file, Set<String> marketIds) {
    try {
      return ListingFile.parse(Files.readAllLines(Path.of(file)), marketIds);
    } catch (IOException | InvalidPathException e) {
      throw new InvalidSettingException(
          KEY, file, "the path of a CSV file in UTF-8 that the server can read", e);
    } catch (IllegalArgumentException e) {
      throw new InvalidSettingException(KEY, file, "a correct file; " + e.getMessage(), e);
    }
  }

  /** Which trades of a symbol count. */
  public TradeEligibility eligibilityOf(String symbol) {
    return Optional.ofNullable(bySymbol.get(symbol))
        .map(Listing::eligibility)
        .orElse(TradeEligibility.ALL);
  }

  private void store(Listing listing, String country) {
    Instrument stored = em().find(Instrument.class, listing.symbol());
    if (stored == null) {
      stored = new Instrument(listing.symbol());
      stored.become(listing, country);
      em().persist(stored);
    } else {
      stored.become(listing, country);
    }
  }

  private List<String> obstacles(List<Listing> listings) {
    return listings.stream()
        .map(
            listing ->
                Optional.ofNullable(em().find(Instrument.class, listing.symbol()))
                    .flatMap(stored -> difference(stored, listing))
                    .filter(words -> hasFills(listing.symbol())))
        .flatMap(Optional::stream)
        .toList();
  }

  /** What was booked was booked by the terms that are stored. */
  private static Optional<String> difference(Instrument stored, Listing listing) {
    ContractTerms terms = ContractTerms.of(listing.assetType(), listing.multiplier());
    if (stored.terms().multiplier().compareTo(terms.multiplier()) != 0) {
      return Optional.of(
          words(
              listing.symbol(),
              "multiplier",
              listing.multiplier().toPlainString(),
              stored.getMultiplier().stripTrailingZeros().toPlainString()));
    }
    return stored.terms().settlement() == terms.settlement()
        ? Optional.empty()
        : Optional.of(
            words(listing.symbol(), "asset_type", listing.assetType(), stored.getAssetType()));
  }

  private static String words(String symbol, String field, String value, String booked) {
    return "%s '%s' is not that of the fills of %s; give %s, or list new terms under another symbol"
        .formatted(field, value, symbol, booked);
  }

  private boolean hasFills(String symbol) {
    return em().createQuery("select count(f) from Fill f where f.symbol = :symbol", Long.class)
            .setParameter("symbol", symbol)
            .getSingleResult()
        > 0;
  }

  private EntityManager em() {
    return database.entityManager();
  }
}
