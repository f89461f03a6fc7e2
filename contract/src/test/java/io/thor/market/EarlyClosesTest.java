package io.thor.market;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.time.MonthDay;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The days on which an exchange closes early are those of its rule, in every year. */
class EarlyClosesTest {

  private static final MonthDay CHRISTMAS = MonthDay.of(12, 25);
  private static final MonthDay NEW_YEARS_EVE = MonthDay.of(12, 31);

  @Test
  void newYorkClosesEarlyBesideThanksgivingIndependenceDayAndChristmas() {
    assertEarly(
        "XNYS",
        LocalTime.of(13, 0),
        year ->
            Stream.of(
                LocalDate.of(year, 7, 3), thanksgiving(year).plusDays(1), christmasEve(year)));
  }

  @Test
  void torontoClosesEarlyOnChristmasEve() {
    assertEarly("XTSE", LocalTime.of(13, 0), year -> Stream.of(christmasEve(year)));
  }

  @Test
  void londonClosesEarlyOnTheLastDayBeforeChristmasAndOfTheYear() {
    assertEarly(
        "XLON",
        LocalTime.of(12, 30),
        year ->
            Stream.of(
                lastSession("XLON", CHRISTMAS.atYear(year).minusDays(1)),
                lastSession("XLON", NEW_YEARS_EVE.atYear(year))));
  }

  @Test
  void xetraClosesEarlyOnTheLastDayOfTheYear() {
    assertEarly(
        "XETR",
        LocalTime.of(14, 0),
        year -> Stream.of(lastSession("XETR", NEW_YEARS_EVE.atYear(year))));
  }

  @Test
  void hongKongClosesAtNoonOnTheEvesOfThreeHolidays() {
    assertEarly(
        "XHKG",
        LocalTime.NOON,
        year ->
            Stream.of(
                LunarFestivals.newYear(year).minusDays(1),
                christmasEve(year),
                NEW_YEARS_EVE.atYear(year)));
  }

  /** A day of the rule on which there is no session at all is none. */
  private static void assertEarly(
      String marketId, LocalTime close, IntFunction<Stream<LocalDate>> rule) {
    MarketCalendar market = Calendars.of(marketId);
    List<TradingSession> sessions = market.sessions(market.validFrom(), market.validUntil());
    Set<LocalDate> days = sessions.stream().map(TradingSession::date).collect(Collectors.toSet());
    Set<LocalDate> expected =
        IntStream.rangeClosed(market.validFrom().getYear(), market.validUntil().getYear())
            .mapToObj(rule)
            .flatMap(each -> each)
            .filter(days::contains)
            .collect(Collectors.toCollection(TreeSet::new));
    Set<LocalDate> early =
        sessions.stream()
            .filter(session -> closeOf(session, market).equals(close))
            .map(TradingSession::date)
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(expected, early);
  }

  private static LocalTime closeOf(TradingSession session, MarketCalendar market) {
    return session.close().atZone(market.zone()).toLocalTime();
  }

  private static LocalDate christmasEve(int year) {
    return LocalDate.of(year, 12, 24);
  }

  private static LocalDate thanksgiving(int year) {
    return LocalDate.of(year, Month.NOVEMBER, 1)
        .with(TemporalAdjusters.dayOfWeekInMonth(4, DayOfWeek.THURSDAY));
  }

  /** The last day on which a market trades up to a day. */
  private static LocalDate lastSession(String marketId, LocalDate day) {
    List<TradingSession> sessions = Calendars.of(marketId).sessions(day.minusDays(10), day);
    return sessions.get(sessions.size() - 1).date();
  }
}
