package io.thor.tests.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedWriter;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code thorctl replay} as its own process, on a file that nobody has seen. */
@Tag("feed")
class ReplayIT {
  private static final int TRADES = 1_000_000;
  private static final int BAD_ROWS = 1000;
  private static final String SYMBOL = "XYZ";

  /** A quiet machine takes less than 5 s; a busy one of the tests may take some times as long. */
  private static final Duration LIMIT = Duration.ofSeconds(20);

  /** 09:30 in New York, on the first of three days. */
  private static final Instant OPEN = Instant.parse("2024-03-06T14:30:00Z");

  /** Sums in cents, units and their products, beside the product's own decimals. */
  private static final class Minute {
    private long open;
    private long high;
    private long low = Long.MAX_VALUE;
    private long close;
    private long volume;
    private long notional;
    private long trades;

    void add(long price, long quantity) {
      open = trades == 0 ? price : open;
      high = Math.max(high, price);
      low = Math.min(low, price);
      close = price;
      volume += quantity;
      notional += price * quantity;
      trades++;
    }
  }

  @TempDir private Path directory;

  private final Map<Instant, Minute> minutes = new TreeMap<>();

  @Test
  void replaysAMillionTradesOfAFileThatNobodyHasSeen() throws IOException {
    Path trades = directory.resolve("walk.csv");
    Path bars = directory.resolve("bars.csv");
    write(trades);

    Ctl.Result result =
        Ctl.offline(
            LIMIT.multipliedBy(3),
            "replay",
            trades.toString(),
            "--session-calendar",
            "XNYS",
            "--progress",
            "bar",
            "--bars",
            bars.toString());

    assertEquals(0, result.exitCode(), result.text());
    assertTrue(
        Pattern.compile("] [0-9,]+ rows, [0-9,]+ a second, \\d+ %").matcher(result.text()).find(),
        result::text);
    assertTrue(result.text().contains("line 1002: price '-1' is not above zero"), result::text);
    Matcher words =
        Pattern.compile(
                (TRADES + BAD_ROWS)
                    + " rows in (\\d+)\\.\\d{3} s: "
                    + TRADES
                    + " trades of 1 symbol, "
                    + minutes.size()
                    + " bars, 3 sessions\\s+left out: "
                    + BAD_ROWS
                    + " prices not above zero")
            .matcher(result.text());
    assertTrue(words.find(), result::text);
    assertTrue(Long.parseLong(words.group(1)) < LIMIT.toSeconds(), result::text);
    assertEquals(expected(), Files.readAllLines(bars));
  }

  /** A random walk over three days, with a bad row after each thousand. */
  private void write(Path file) throws IOException {
    Random random = new Random(20_240_306);
    long price = 17_000;
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write("time,symbol,price,quantity,trade_id\n");
      for (int i = 0; i < TRADES; i++) {
        Instant time = timeOf(i);
        price = Math.max(1, price + random.nextInt(7) - 3);
        long quantity = 1 + random.nextInt(500);
        out.write(row(time, price, quantity, i));
        minutes.computeIfAbsent(minuteOf(time), key -> new Minute()).add(price, quantity);
        if (i % (TRADES / BAD_ROWS) == TRADES / BAD_ROWS - 1) {
          out.write(time + "," + SYMBOL + ",-1,1," + i + "\n");
        }
      }
    }
  }

  /** A third of the trades each day, 70 ms apart. */
  private static Instant timeOf(int number) {
    int day = number * 3 / TRADES;
    int first = (day * TRADES + 2) / 3;
    return OPEN.plus(Duration.ofDays(day)).plusMillis(70L * (number - first));
  }

  private static Instant minuteOf(Instant time) {
    return Instant.ofEpochSecond(Math.floorDiv(time.getEpochSecond(), 60) * 60);
  }

  private static String row(Instant time, long price, long quantity, int id) {
    return time + "," + SYMBOL + "," + cents(price) + "," + quantity + "," + id + "\n";
  }

  private static String cents(long price) {
    return BigDecimal.valueOf(price, 2).stripTrailingZeros().toPlainString();
  }

  private List<String> expected() {
    List<String> lines = new ArrayList<>();
    lines.add(
        "bar_start_utc,open,high,low,close,volume,trades,notional,bar_vwap,session,session_vwap_cum");
    String session = "";
    long volume = 0;
    long notional = 0;
    for (Map.Entry<Instant, Minute> each : minutes.entrySet()) {
      Minute bar = each.getValue();
      String date = each.getKey().toString().substring(0, 10);
      volume = bar.volume + (date.equals(session) ? volume : 0);
      notional = bar.notional + (date.equals(session) ? notional : 0);
      session = date;
      lines.add(
          String.join(
              ",",
              each.getKey().toString(),
              cents(bar.open),
              cents(bar.high),
              cents(bar.low),
              cents(bar.close),
              String.valueOf(bar.volume),
              String.valueOf(bar.trades),
              cents(bar.notional),
              vwap(bar.notional, bar.volume),
              session,
              vwap(notional, volume)));
    }
    return lines;
  }

  private static String vwap(long notional, long volume) {
    return BigDecimal.valueOf(notional, 2)
        .divide(BigDecimal.valueOf(volume), new MathContext(60))
        .setScale(10, RoundingMode.HALF_UP)
        .toPlainString();
  }
}
