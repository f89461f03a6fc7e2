package io.thor.intraday;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TradeCsvTest {

  private static TradeCsv csv(String text) {
    return new TradeCsv("BTC-USD", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static List<Trade> read(String text) {
    List<Trade> trades = new ArrayList<>();
    csv(text).forEachRemaining(trades::add);
    return trades;
  }

  @Test
  void readsSecondsAndIsoTimesExactly() {
    List<Trade> trades =
        read(
            "timestamp,price,amount\r\n1385337600,800.010000000000,0.100000000000\r\n"
                + "\n2013-11-25T00:00:00.5Z, 900 ,0.00000001\n");

    assertEquals(
        List.of(
            Given.trade("2013-11-25T00:00:00Z", 1, "800.01", "0.1"),
            Given.trade("2013-11-25T00:00:00.5Z", 2, "900", "0.00000001")),
        trades);
  }

  @Test
  void needsNoHeaderAndMayBeEmpty() {
    assertEquals(1, read("1385337600,1,1").size());
    assertEquals(List.of(), read(""));
    assertThrows(NoSuchElementException.class, () -> csv("time,price,quantity\n").next());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1385337600,800.01|row '1385337600,800.01'|give time,price,quantity",
        "1385337600,1,1,1|row '1385337600,1,1,1'|give time,price,quantity",
        "yesterday,1,1|time 'yesterday'|give seconds since 1970 or a time like",
        "1385337600,1e9,1|price '1e9'|give a plain decimal",
        "1385337600,-1,1|price '-1'|give a plain decimal",
        "1385337600,1,|quantity ''|give a plain decimal",
        "1385337600,0.00,1|price '0.00'|above zero or leave the row out",
        "1385337598,1,1|time '1385337598'|sort the rows, oldest first"
      })
  void namesLineValueAndRemedyOfABadRow(String row, String value, String remedy) {
    TradeCsv csv = csv("time,price,quantity\n1385337599,1,1\n" + row + "\n");
    assertTrue(csv.hasNext());
    csv.next();

    String message = assertThrows(IllegalArgumentException.class, csv::next).getMessage();

    assertTrue(message.startsWith("line 3 of the trades of BTC-USD: " + value), message);
    assertTrue(message.contains(remedy), message);
  }

  @Test
  void readsNoFurtherThanItMust() throws IOException {
    InputStream broken =
        new InputStream() {
          private final InputStream head =
              new ByteArrayInputStream(
                  "1385337600,1,1\n1385337600,2,2\n".getBytes(StandardCharsets.UTF_8));

          @Override
          public int read() throws IOException {
            int next = head.read();
            if (next < 0) {
              throw new IOException("cable pulled");
            }
            return next;
          }
        };
    try (TradeCsv csv = new TradeCsv("BTC-USD", broken)) {
      assertTrue(csv.hasNext());
      csv.next();
      assertThrows(UncheckedIOException.class, csv::next);
    }
  }

  @Test
  void closesItsStream() {
    AtomicBoolean closed = new AtomicBoolean();
    InputStream stream =
        new ByteArrayInputStream(new byte[0]) {
          @Override
          public void close() {
            closed.set(true);
          }
        };
    new TradeCsv("BTC-USD", stream).close();

    assertTrue(closed.get());
  }

  @Test
  void readsTheWholeRecording() {
    int count = 0;
    Instant last = Instant.MIN;
    try (TradeCsv recording = BitstampRecording.open()) {
      while (recording.hasNext()) {
        Trade trade = recording.next();
        count++;
        assertEquals(count, trade.sequence());
        assertFalse(trade.time().isBefore(last));
        last = trade.time();
      }
    }
    assertEquals(100_000, count);
    assertEquals(Instant.parse("2013-12-01T16:02:05Z"), last);
  }
}
