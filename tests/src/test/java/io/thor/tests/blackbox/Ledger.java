package io.thor.tests.blackbox;

import static java.util.stream.Collectors.toMap;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * What a restart must not change, as REST tells it to one trader.
 *
 * @param accounts with their numbers
 * @param fills what their fills amount to: cash, quantities, entry prices, realized profit
 * @param bars all final bars in the order of their minutes
 */
record Ledger(JsonValue accounts, List<JsonValue> fills, List<JsonObject> bars, Position head) {
  private static final String ALL_BARS = "api/intraday/bars?limit=2000&symbol=" + DemoMarket.SYMBOL;

  static Ledger read(ThorClient trader) {
    Answer bars = trader.get(ALL_BARS).expect(200);
    return new Ledger(
        trader.get("api/accounts").expect(200).json(),
        fills(trader),
        bars.json().getJsonArray("bars").getValuesAs(JsonObject.class),
        bars.position());
  }

  /** Holds what was read after a restart against this, read before it. */
  void assertSurvivedIn(Ledger after) {
    assertEquals(accounts, after.accounts);
    assertEquals(fills, after.fills);
    assertEquals(head.epoch(), after.head.epoch());
    assertTrue(after.head.seq() >= head.seq(), () -> head + " became " + after.head);
    assertEquals(bars, after.bars.subList(0, bars.size()));
  }

  /** Each entry of the log is there once, and each minute in which the market traded. */
  void assertComplete(Instant takenTo) {
    List<Long> seqs =
        bars.stream().map(bar -> bar.getJsonNumber("seq").longValueExact()).sorted().toList();
    assertEquals(LongStream.rangeClosed(1, head.seq()).boxed().toList(), seqs);

    Map<Instant, Long> traded = DemoMarket.tradesByMinute(takenTo);
    Predicate<JsonObject> ended = bar -> traded.containsKey(minute(bar));
    Map<Instant, Long> stored =
        bars.stream()
            .filter(ended)
            .collect(
                toMap(
                    Ledger::minute,
                    bar -> bar.getJsonNumber("trades").longValueExact(),
                    (one, other) -> -1L,
                    TreeMap::new));
    assertEquals(traded, stored);
  }

  private static Instant minute(JsonObject bar) {
    return Instant.parse(bar.getString("timestamp_minute"));
  }

  private static List<JsonValue> fills(ThorClient trader) {
    JsonValue cash = trader.get("api/account/balance").expect(200).json().get("cash");
    List<JsonValue> held =
        trader.get("api/positions").expect(200).json().getJsonArray("positions").stream()
            .map(JsonValue::asJsonObject)
            .flatMap(
                row ->
                    List.of("symbol", "quantity", "entry_price", "realized_pnl").stream()
                        .map(row::get))
            .toList();
    return Stream.concat(Stream.of(cash), held.stream()).toList();
  }
}
