package io.thor.tests.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** Trades with numbers, each of which makes the bar of its own minute, and the bars they make. */
record VenueBars(ThorClient trader) {

  static final String SYMBOL = "ETH-USD";
  static final String LOG = "intraday_bar:" + SYMBOL;

  /** A minute that is over, for each number. */
  private static final Instant FIRST =
      Instant.now().truncatedTo(ChronoUnit.MINUTES).minus(Duration.ofMinutes(50));

  static Instant minute(long number) {
    return FIRST.plus(Duration.ofMinutes(number));
  }

  static String trade(long number) {
    return trade(number, SYMBOL);
  }

  static String trade(long number, String symbol) {
    return ("{\"type\":\"trade\",\"time\":\"%s\",\"symbol\":\"%s\",\"price\":%d,\"quantity\":\"0.5\","
            + "\"trade_id\":%d}")
        .formatted(minute(number), symbol, 100 + number, number);
  }

  /** A bar for each number, in order, final once and never corrected. */
  void assertAre(int count) {
    FeedServer.await(count + " bars", () -> all().size() == count);
    List<JsonObject> bars = all();
    for (int number = 1; number <= count; number++) {
      JsonObject bar = bars.get(number - 1);
      assertEquals(minute(number), Instant.parse(bar.getString("timestamp_minute")));
      BigDecimal close = bar.getJsonNumber("close").bigDecimalValue();
      assertEquals(0, close.compareTo(BigDecimal.valueOf(100L + number)), bar::toString);
      assertEquals(0, bar.getInt("revision"), bar::toString);
      assertEquals(number, bar.getInt("seq"), bar::toString);
    }
  }

  /** Those of a range, and no others, came over the connection as REST has them. */
  void assertPushed(FrameStream stream, int first, int last) {
    Map<Long, String> pushed =
        stream.on(LOG).stream().collect(Collectors.toMap(Received::seq, Received::dataText));
    assertEquals(
        LongStream.rangeClosed(first, last).boxed().collect(Collectors.toSet()), pushed.keySet());
    String answered = get().expect(200).body();
    pushed.forEach(
        (seq, data) -> {
          String bar = data.substring(0, data.length() - 1) + ",\"seq\":" + seq + "}";
          assertTrue(answered.contains(bar), () -> bar + " is not in " + answered);
        });
  }

  private List<JsonObject> all() {
    Answer answer = get();
    return answer.status() == 200
        ? answer.json().getJsonArray("bars").getValuesAs(JsonObject.class)
        : List.of();
  }

  private Answer get() {
    return trader.get("api/intraday/bars?symbol=" + SYMBOL);
  }
}
