package io.thor.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.thor.config.InvalidSettingException;
import io.thor.config.Settings;
import io.thor.market.MarketCalendar;
import io.thor.market.MarketCalendars;
import io.thor.market.Markets;
import io.thor.storage.MemoryDatabase;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ListingsTest {

  private static final String SYMBOL = "XYZH7";
  private static final String STORED = "XYZH7,CMES,FUTURE,12.5,A future,";

  @TempDir private Path directory;

  private final MemoryDatabase database = new MemoryDatabase();

  @BeforeEach
  void listOne() throws IOException {
    load(STORED);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "XYZH7,CMES,FUTURE,25.0,A future,  | multiplier '25.0' | 12.5",
        "XYZH7,CMES,STOCK,12.5,A share,    | asset_type 'STOCK' | FUTURE",
        "XYZH7,CMES,STOCK,,A share,        | multiplier '1' | 12.5"
      })
  void termsOfWhatIsBookedCannotChange(String line, String wrong, String booked) {
    fill();
    InvalidSettingException refusal =
        assertThrows(InvalidSettingException.class, () -> load("AAPL,XNYS,STOCK,,Apple,", line));

    assertEquals(
        "thor.instruments.file (or THOR_INSTRUMENTS_FILE) is '%s'; set it to a file that leaves"
                .formatted(file())
            + " what is booked as it is; %s is not that of the fills of XYZH7; give %s,"
                .formatted(wrong, booked)
            + " or list new terms under another symbol",
        refusal.getMessage());
    assertEquals(new BigDecimal("12.5"), stored(SYMBOL).orElseThrow());
    assertEquals(Optional.empty(), stored("AAPL"));
  }

  @Test
  void whatIsNoTermMayChange() throws IOException {
    fill();
    load("XYZH7,XNYS,FUTURE,12.50,Another name,US_REGULAR");

    assertEquals("Another name", find(SYMBOL).orElseThrow().getDescription());
  }

  @Test
  void termsOfWhatWasNeverFilledMayChange() throws IOException {
    load("XYZH7,CMES,FUTURE,25,A future,");

    assertEquals(new BigDecimal("25"), stored(SYMBOL).orElseThrow());
  }

  private void load(String... lines) throws IOException {
    Files.writeString(file(), ListingFile.HEADER + "\n" + String.join("\n", lines));
    Listings listings = new Listings();
    listings.settings = new FileSetting();
    listings.database = database;
    listings.markets = new AllMarkets();
    listings.load();
  }

  private Path file() {
    return directory.resolve("instruments.csv");
  }

  private void fill() {
    database.execute(
        "insert into app_user (username, password_hash, roles, enabled)"
            + " values ('trader', '-', 'TRADER', true)");
    database.execute(
        "insert into account (account_id, account_number, owner, currency, cash)"
            + " values ('ACC-1', 'N-1', 'trader', 'USD', 0)");
    database.execute(
        "insert into fill (fill_id, account_id, symbol, quantity, price, cash_effect, filled_ms)"
            + " values (1, 'ACC-1', 'XYZH7', 1, 100, 0, 0)");
  }

  private Optional<Instrument> find(String symbol) {
    return database.inNewTransaction(
        () -> Optional.ofNullable(database.entityManager().find(Instrument.class, symbol)));
  }

  private Optional<BigDecimal> stored(String symbol) {
    return find(symbol).map(each -> each.getMultiplier().stripTrailingZeros());
  }

  private final class FileSetting extends Settings {
    @Override
    public Optional<String> find(String key) {
      return key.equals(Listings.KEY) ? Optional.of(file().toString()) : Optional.empty();
    }
  }

  private static final class AllMarkets extends Markets {
    @Override
    public List<MarketCalendar> all() {
      return MarketCalendars.load().all();
    }
  }
}
