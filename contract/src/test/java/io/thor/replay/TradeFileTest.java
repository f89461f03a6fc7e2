package io.thor.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TradeFileTest {

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2024-03-08T15:00:00Z"), ZoneOffset.UTC);
  private static final String ROW = "2024-03-08T14:30:00Z,AAPL,170.5,10";

  private final List<LeftOut> leftOut = new ArrayList<>();

  @ParameterizedTest
  @ValueSource(
      strings = {
        ROW,
        "time,symbol,price,quantity\n" + ROW,
        "\uFEFFtime,symbol,price,quantity\r\n\r\n" + ROW + "\r\n",
        "\n \n" + ROW + "\r",
        "QTY,Price,Extra,Symbol,Timestamp\n10,170.5,,AAPL,2024-03-08T14:30:00Z",
        "\"time\",\"symbol\",\"price\",\"quantity\"\n"
            + "\"2024-03-08T14:30:00Z\", \"AAPL\" ,\"170.5\",\"10\"",
        "2024-03-08T14:30:00Z , AAPL ,170.50, 1.0E1",
        "1709908200,AAPL,170.500,10.",
      })
  void readsTheSameTradeFromManyForms(String csv) throws IOException {
    List<TradeRow> rows = read(csv, rules(Optional.empty()));

    assertEquals(List.of(), leftOut);
    assertEquals(1, rows.size());
    TradeRow row = rows.get(0);
    assertEquals(Instant.parse("2024-03-08T14:30:00Z"), row.time());
    assertEquals("AAPL", row.symbol());
    assertEquals(0, new BigDecimal("170.5").compareTo(row.price()));
    assertEquals(0, BigDecimal.TEN.compareTo(row.quantity()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "x,AAPL,1,1 | BAD_TIME",
        "2024-03-08T15:01:01Z,AAPL,1,1 | FUTURE_TIME",
        "1709908200,,1,1 | BAD_SYMBOL",
        "1709908200,A B,1,1 | BAD_SYMBOL",
        "1709908200,MSFT,1,1 | UNKNOWN_SYMBOL",
        "1709908200,AAPL,abc,1 | BAD_PRICE",
        "1709908200,AAPL,,1 | BAD_PRICE",
        "1709908200,AAPL,1e999999999,1 | BAD_PRICE",
        "1709908200,AAPL,-1,1 | PRICE_NOT_POSITIVE",
        "1709908200,AAPL,0.00,1 | PRICE_NOT_POSITIVE",
        "1709908200,AAPL,1,NaN | BAD_QUANTITY",
        "1709908200,AAPL,1,-0.1 | NEGATIVE_QUANTITY",
        "1709908200,AAPL,1 | BAD_ROW",
        "1709908200,AAPL,1,1,1,1,1 | BAD_ROW",
        "1709908200,\"AAPL,1,1 | BAD_ROW",
        "1709908200,\"AAPL\"x,1,1 | BAD_ROW",
      })
  void handsOverWhatMakesNoTradeAndReadsOn(String bad, Rejection rejection) throws IOException {
    List<TradeRow> rows =
        read(
            ROW + "\n" + bad + "\n" + ROW,
            new TradeFileRules(Optional.empty(), Optional.of(Set.of("AAPL")), CLOCK));

    assertEquals(List.of(1L, 3L), rows.stream().map(TradeRow::line).toList());
    assertEquals(List.of(2L), leftOut.stream().map(LeftOut::line).toList());
    assertEquals(rejection, leftOut.get(0).rejection());
  }

  @Test
  void cutsALineThatIsTooLong() throws IOException {
    List<TradeRow> rows =
        read(ROW + "\n" + "9".repeat(100_000) + "\n" + ROW, rules(Optional.empty()));

    assertEquals(2, rows.size());
    assertEquals(Rejection.BAD_ROW, leftOut.get(0).rejection());
  }

  @Test
  void keepsEveryDigit() throws IOException {
    String digits = "123456789012345678.123456789012345678";
    TradeRow row =
        read("1709908200,AAPL," + digits + ",0.000000000000000001", rules(Optional.empty())).get(0);

    assertEquals(new BigDecimal(digits), row.price());
    assertEquals(new BigDecimal("0.000000000000000001"), row.quantity());
  }

  @Test
  void readsIdAndConditions() throws IOException {
    TradeRow row = read(ROW + ",77,\"@ F,I\"", rules(Optional.empty())).get(0);

    assertEquals(Optional.of("77"), row.tradeId());
    assertEquals(Set.of("@", "F", "I"), row.conditions());
  }

  @Test
  void takesTheSymbolFromTheRulesWhereRowsHaveNone() throws IOException {
    TradeRow row =
        read("timestamp,price,amount\n1385337600,800.01,0.1", rules(Optional.of("BTC-USD"))).get(0);

    assertEquals("BTC-USD", row.symbol());
    assertEquals(1, read("1385337600,800.01,0.1", rules(Optional.of("BTC-USD"))).size());
  }

  @Test
  void saysWhichColumnTheHeaderLacks() {
    UnusableFileException unusable =
        assertThrows(
            UnusableFileException.class, () -> read("time,symbol,size\n", rules(Optional.empty())));

    assertEquals(
        "the header names no column price: [time, symbol, size]; add it", unusable.getMessage());
    assertThrows(
        UnusableFileException.class,
        () -> read("time,symbol,price,size,volume\n", rules(Optional.empty())));
  }

  @Test
  void readsGzipAndSaysWhereItIsCutOff() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write((ROW + "\n").repeat(1000).getBytes(StandardCharsets.UTF_8));
    }
    byte[] bytes = packed.toByteArray();

    assertEquals(1000, read(bytes, rules(Optional.empty())).size());
    assertThrows(
        EOFException.class,
        () -> read(Arrays.copyOf(bytes, bytes.length / 2), rules(Optional.empty())));
  }

  /** Whatever the bytes: every row is a trade or handed over, and nothing is thrown. */
  @Property
  void anyBytesEndInRows(@ForAll byte[] bytes) throws IOException {
    leftOut.clear();
    byte[] csv =
        (new String(bytes, StandardCharsets.ISO_8859_1) + ROW).getBytes(StandardCharsets.UTF_8);
    try (TradeFile file =
        TradeFile.open(new ByteArrayInputStream(csv), rules(Optional.empty()), leftOut::add)) {
      long trades = 0;
      while (file.next().isPresent()) {
        trades++;
      }
      assertEquals(file.rows(), trades + leftOut.size());
    }
  }

  private static TradeFileRules rules(Optional<String> symbol) {
    return new TradeFileRules(symbol, Optional.empty(), CLOCK);
  }

  private List<TradeRow> read(String csv, TradeFileRules rules) throws IOException {
    return read(csv.getBytes(StandardCharsets.UTF_8), rules);
  }

  private List<TradeRow> read(byte[] csv, TradeFileRules rules) throws IOException {
    List<TradeRow> rows = new ArrayList<>();
    try (TradeFile file = TradeFile.open(new ByteArrayInputStream(csv), rules, leftOut::add)) {
      for (Optional<TradeRow> row = file.next(); row.isPresent(); row = file.next()) {
        rows.add(row.get());
      }
    }
    return rows;
  }
}
