package io.thor.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.thor.intraday.TradeEligibility;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ListingFileTest {

  private static final Set<String> MARKETS = Set.of("XNYS", "CMES");

  @Test
  void readsWhatIsListed() {
    List<Listing> listings =
        parse(
            "",
            "# a remark",
            "AAPL,XNYS,stock,,\"Apple, Inc.\",us_regular",
            "ESZ6,CMES,FUTURE,,S&P 500 December,",
            "XYZH7,CMES,FUTURE,12.5,Some other future,ALL");

    assertEquals(
        List.of(
            new Listing(
                "AAPL",
                "XNYS",
                "STOCK",
                BigDecimal.ONE,
                "Apple, Inc.",
                TradeEligibility.US_REGULAR),
            new Listing(
                "ESZ6",
                "CMES",
                "FUTURE",
                new BigDecimal("50"),
                "S&P 500 December",
                TradeEligibility.ALL),
            new Listing(
                "XYZH7",
                "CMES",
                "FUTURE",
                new BigDecimal("12.5"),
                "Some other future",
                TradeEligibility.ALL)),
        listings);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "MESH7,CMES,FUTURE,50,Micro,         | is not that of MESH7; give 5",
        "XYZH7,CMES,FUTURE,,Unknown,         | multiplier '' is none",
        "AAPL,XNYS,STOCK,-1,Apple,           | multiplier '-1' is none",
        "AAPL,XNYS,STOCK,0,Apple,            | multiplier '0' is none",
        "AAPL,XNAS,STOCK,,Apple,             | market_id 'XNAS' is not known; use one of CMES, XNYS",
        "AAPL,XNYS,SHARE,,Apple,             | asset_type 'SHARE' is not known",
        "AAPL,XNYS,STOCK,,Apple,SOME         | eligibility 'SOME' is not known; use one of ALL",
        "AAPL,XNYS,STOCK,,,                  | description has not 1 to 120 characters",
        "A PL,XNYS,STOCK,,Apple,             | symbol 'A PL' is none",
        "AAPL,XNYS,STOCK                     | has 3 fields",
        "AAPL,XNYS,STOCK,,\"Apple,           | a quote has no end",
      })
  void refusesWhatIsWrongWithItsLine(String line, String words) {
    String message =
        assertThrows(IllegalArgumentException.class, () -> parse(line.strip())).getMessage();

    assertTrue(message.startsWith("line 2: ") && message.contains(words.strip()), message);
  }

  @Test
  void refusesASymbolThatIsListedTwice() {
    String line = "AAPL,XNYS,STOCK,,Apple,";
    String message =
        assertThrows(IllegalArgumentException.class, () -> parse(line, line)).getMessage();

    assertTrue(message.startsWith("line 3: "), message);
  }

  @Test
  void refusesAFileWithoutHeader() {
    String message =
        assertThrows(
                IllegalArgumentException.class,
                () -> ListingFile.parse(List.of("AAPL,XNYS,STOCK,,Apple,"), MARKETS))
            .getMessage();

    assertTrue(message.contains(ListingFile.HEADER), message);
  }

  private static List<Listing> parse(String... lines) {
    List<String> all = new ArrayList<>(List.of(ListingFile.HEADER));
    all.addAll(List.of(lines));
    return ListingFile.parse(all, MARKETS);
  }
}
