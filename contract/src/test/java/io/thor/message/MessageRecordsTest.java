package io.thor.message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** What the constructors of the messages refuse, and in which words. */
class MessageRecordsTest {

  private static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");
  private static final BigDecimal ONE = BigDecimal.ONE;

  private static void assertRefused(String message, Executable attempt) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, attempt).getMessage());
  }

  private static void assertMissing(String name, Executable attempt) {
    assertEquals(name, assertThrows(NullPointerException.class, attempt).getMessage());
  }

  private static AccountBalanceUpdate balance(String account, String number, BigDecimal cash) {
    return new AccountBalanceUpdate(
        Samples.position(1), account, number, "USD", cash, ONE, ONE, ONE, ONE, NOON);
  }

  private static PositionsUpdate.Row row(String symbol, String multiplier) {
    return new PositionsUpdate.Row(
        symbol, "text", "STOCK", ONE, new BigDecimal(multiplier), ONE, ONE, ONE, ONE, ONE, ONE);
  }

  private static IntradayBarUpdate bar(
      Instant minute, String high, String low, String volume, long trades, int revision) {
    return new IntradayBarUpdate(
        Samples.position(1),
        "GLOBAL",
        "BTC-USD",
        minute,
        ONE,
        new BigDecimal(high),
        new BigDecimal(low),
        ONE,
        new BigDecimal(volume),
        trades,
        ONE,
        true,
        revision);
  }

  private static MarketStatusUpdate market(
      String marketId, Optional<Instant> nextEventAt, Optional<Long> seconds) {
    return new MarketStatusUpdate(
        Samples.position(1),
        marketId,
        "JP",
        "Tokyo",
        "Asia/Tokyo",
        MarketStatusUpdate.Status.CLOSED,
        "weekend",
        Optional.of(MarketStatusUpdate.Status.OPEN),
        nextEventAt,
        seconds,
        OffsetDateTime.parse("2026-01-05T21:00:00+09:00"));
  }

  @Test
  void aBalanceNamesItsAccountAndItsMoneyInCents() {
    assertRefused("account_id must not be empty", () -> balance(" ", "N1", ONE));
    assertRefused("account_number must not be empty", () -> balance("A1", "", ONE));
    assertThrows(ArithmeticException.class, () -> balance("A1", "N1", new BigDecimal("0.001")));
    assertEquals("1.00", balance("A1", "N1", ONE).cash().toPlainString());
  }

  @Test
  void aBalanceIsForThoseWhoHoldTheAccount() {
    Audience audience = balance("A1", "N1", ONE).audience();

    assertTrue(audience.includes(Set.of("A1", "A2")));
    assertEquals(Audience.holdersOf("A1"), audience);
  }

  @Test
  void aPositionHasASymbolAndAMultiplier() {
    assertRefused("symbol must not be empty", () -> row("", "1"));
    assertRefused("multiplier must be positive, not 0.0", () -> row("A", "0.0"));
  }

  @Test
  void positionsAreSortedAndCannotBeChangedFromOutside() {
    List<PositionsUpdate.Row> given = new ArrayList<>(List.of(row("B", "1"), row("A", "1")));
    PositionsUpdate update = new PositionsUpdate(Samples.position(1), "A1", given, NOON);
    given.clear();

    assertEquals(List.of(row("A", "1"), row("B", "1")), update.positions());
    assertThrows(UnsupportedOperationException.class, () -> update.positions().clear());
    assertRefused(
        "account_id must not be empty",
        () -> new PositionsUpdate(Samples.position(1), "", List.of(), NOON));
  }

  @Test
  void aBarIsPossible() {
    assertRefused(
        "timestamp_minute must be the start of a minute, not 2026-01-05T12:00:01Z",
        () -> bar(NOON.plusSeconds(1), "1", "1", "1", 1, 0));
    assertRefused(
        "timestamp_minute must be the start of a minute, not 2026-01-05T12:00:00.000000001Z",
        () -> bar(NOON.plusNanos(1), "1", "1", "1", 1, 0));
    assertRefused("high 1.00 must not be below low 1.01", () -> bar(NOON, "1", "1.01", "1", 1, 0));
    assertRefused("volume must be positive, not 0", () -> bar(NOON, "1", "1", "0", 1, 0));
    assertRefused("trades must be at least 1, not 0", () -> bar(NOON, "1", "1", "1", 0, 0));
    assertRefused(
        "revision must not be negative, but is -1", () -> bar(NOON, "1", "1", "1", 1, -1));
  }

  @Test
  void aFinalBarIsALogEntryAndAFormingOneAState() {
    assertEquals(Topic.parse("intraday_bar:BTC-USD"), Samples.bar(true, 0).topic());
    assertEquals(Retention.LOG, Samples.bar(true, 0).retention());
    assertEquals(Topic.parse("forming_bar:BTC-USD"), Samples.bar(false, 0).topic());
    assertEquals(Retention.LATEST, Samples.bar(false, 0).retention());
  }

  @Test
  void aVwapHasVolumeAndAtMostTenPlaces() {
    LocalDate day = LocalDate.of(2026, 1, 5);
    assertRefused(
        "volume must be positive, not -0.00000001",
        () -> new VwapUpdate(Samples.position(1), "A", ONE, new BigDecimal("-1E-8"), day, NOON));
    assertThrows(
        ArithmeticException.class,
        () ->
            new VwapUpdate(
                Samples.position(1), "A", new BigDecimal("0.00000000001"), ONE, day, NOON));
    assertMissing(
        "session_date", () -> new VwapUpdate(Samples.position(1), "A", ONE, ONE, null, NOON));
  }

  @Test
  void aNextEventIsCompleteOrAbsent() {
    String message =
        "next_event, next_event_at and seconds_to_next_event come together or not at all";
    assertRefused(message, () -> market("XTKS", Optional.empty(), Optional.empty()));
    assertRefused(message, () -> market("XTKS", Optional.of(NOON), Optional.empty()));
    assertRefused(message, () -> market("XTKS", Optional.empty(), Optional.of(1L)));
    assertRefused(
        "market_id must not be empty", () -> market(" ", Optional.of(NOON), Optional.of(1L)));
  }

  @Test
  void aHeartbeatCannotBeChangedFromOutside() {
    HeartbeatUpdate heartbeat = Samples.heartbeat();

    assertThrows(UnsupportedOperationException.class, () -> heartbeat.jobs().clear());
    assertThrows(UnsupportedOperationException.class, () -> heartbeat.feeds().clear());
    assertMissing(
        "timestamp",
        () -> new HeartbeatUpdate(null, 0, 0, 1, 1, List.of(), List.of(), 0, Optional.empty()));
    assertEquals(Retention.LATEST, heartbeat.retention());
  }

  @Test
  void anErrorHasACodeAndWordsAndIsNeverConflated() {
    assertRefused("code must not be empty", () -> new ErrorMessage("", "text", false));
    assertRefused("message must not be empty", () -> new ErrorMessage("code", " ", false));
    assertEquals(Retention.LOG, Samples.error().retention());
  }
}
