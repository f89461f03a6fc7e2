package io.thor.market;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.thor.message.MarketStatusUpdate.Status;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DayOverrideTest {

  private static final MarketCalendar TOKYO = MarketCalendars.load().find("XTKS").orElseThrow();
  private static final LocalDate FRIDAY = LocalDate.of(2026, 1, 9);
  private static final LocalDate SATURDAY = LocalDate.of(2026, 1, 10);
  private static final Instant MORNING = Instant.parse("2026-01-09T01:00:00Z");

  @Test
  void closesADay() {
    MarketCalendar changed = TOKYO.with(List.of(closed(FRIDAY)));

    MarketState state = changed.stateAt(MORNING);
    assertEquals(Status.CLOSED, state.status());
    assertEquals("storm", state.reason());
    assertEquals(List.of(), changed.sessions(FRIDAY, FRIDAY));
    assertEquals(1, TOKYO.sessions(FRIDAY, FRIDAY).size());
    assertEquals(
        List.of(true),
        changed.specialDays(FRIDAY, FRIDAY).stream().map(SpecialDay::closed).toList());
  }

  @Test
  void opensADayWithABreak() {
    MarketCalendar changed = TOKYO.with(List.of(open(SATURDAY, "10:00", "15:00")));

    TradingSession session = changed.sessions(SATURDAY, SATURDAY).get(0);
    assertEquals(Instant.parse("2026-01-10T01:00:00Z"), session.open());
    assertEquals(Optional.of(Instant.parse("2026-01-10T03:00:00Z")), session.breakStart());
    assertEquals(Instant.parse("2026-01-10T06:00:00Z"), session.close());
    MarketState open = changed.stateAt(Instant.parse("2026-01-10T01:00:00Z"));
    assertEquals(Status.OPEN, open.status());
    assertEquals("special", open.reason());
    assertEquals(Optional.of(Status.BREAK), open.nextStatus());
  }

  @Test
  void isUnknownAfterTheCalendarsEndWhateverIsOverridden() {
    LocalDate after = TOKYO.validUntil().plusDays(1);

    assertThrows(IllegalArgumentException.class, () -> TOKYO.with(List.of(closed(after))));
    assertEquals(
        Status.UNKNOWN,
        TOKYO
            .with(List.of(closed(FRIDAY)))
            .stateAt(after.plusDays(1).atStartOfDay(TOKYO.zone()).toInstant())
            .status());
  }

  @Test
  void refusesHoursThatOverlapTheSessionBeside() {
    IllegalArgumentException refused =
        assertThrows(
            IllegalArgumentException.class,
            () -> TOKYO.with(List.of(open(SATURDAY, "10:00-1d", "15:00"))));

    assertTrue(refused.getMessage().contains("2026-01-10"), refused.getMessage());
  }

  @ParameterizedTest
  @CsvSource({"9:30,15:00", "15:00,10:00", "25:00,26:00", "10:00,11:00", "x,y"})
  void refusesTimesThatAreNoSession(String open, String close) {
    assertThrows(IllegalArgumentException.class, () -> open(FRIDAY, open, close));
  }

  @ParameterizedTest
  @CsvSource({"Storm,a name", "'',a name", "storm,''"})
  void refusesReasonsAndNamesThatSayNothing(String reason, String name) {
    assertThrows(
        IllegalArgumentException.class,
        () -> new DayOverride(FRIDAY, Optional.empty(), reason, name));
  }

  private static DayOverride closed(LocalDate date) {
    return new DayOverride(date, Optional.empty(), "storm", "Typhoon");
  }

  /** With the lunch from 12:00 to 13:00. */
  private static DayOverride open(LocalDate date, String open, String close) {
    return new DayOverride(
        date,
        Optional.of(new DayOverride.Hours(open, Optional.of("12:00"), Optional.of("13:00"), close)),
        "special",
        "Test of the new system");
  }
}
