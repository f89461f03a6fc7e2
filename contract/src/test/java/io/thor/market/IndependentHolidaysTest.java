package io.thor.market;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.opengamma.strata.basics.ReferenceData;
import com.opengamma.strata.basics.date.HolidayCalendar;
import com.opengamma.strata.basics.date.HolidayCalendarId;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.io.IOException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Compares the working days that a calendar closes with those of libraries: holidays of an
 * exchange, or of the banks and the public where there are no others. {@code
 * independent-differences.txt} gives the reason of every difference. None of them knows all
 * closures of Shanghai, and none those of Bombay.
 */
class IndependentHolidaysTest {

  private static final String REVIEWED = "independent-differences.txt";

  @ParameterizedTest
  @CsvSource({"XNYS, NYSE", "XTSE, CATO", "XMEX, MXMC", "XLON, GBLO", "XETR, EUTA", "XTKS, JPTO"})
  void closesOnTheHolidaysOfStrata(String marketId, String calendar) throws IOException {
    HolidayCalendar strata = HolidayCalendarId.of(calendar).resolve(ReferenceData.standard());
    assertDifferences(marketId, Calendars.of(marketId).validUntil(), strata::isHoliday);
  }

  /** Jollyday ends with the lunar holidays of 2024; they are ICU's. */
  @Test
  void closesOnTheHolidaysOfJollydayAndIcuInHongKong() throws IOException {
    HolidayManager jollyday = HolidayManager.getInstance(ManagerParameters.create("hk"));
    MarketCalendar hongKong = Calendars.of("XHKG");
    Set<LocalDate> lunar =
        years(hongKong)
            .mapToObj(LunarFestivals::ofHongKong)
            .flatMap(Set::stream)
            .collect(Collectors.toSet());
    assertDifferences(
        "XHKG", hongKong.validUntil(), day -> jollyday.isHoliday(day) || lunar.contains(day));
  }

  @Test
  void shanghaiIsClosedOnTheLunarHolidaysOfIcu() {
    MarketCalendar shanghai = Calendars.of("XSHG");
    assertEquals(
        List.of(),
        years(shanghai)
            .mapToObj(LunarFestivals::ofChina)
            .flatMap(days -> days)
            .filter(day -> !Calendars.isClosed("XSHG", day.toString()))
            .toList());
  }

  private static IntStream years(MarketCalendar market) {
    return IntStream.rangeClosed(market.validFrom().getYear(), market.validUntil().getYear());
  }

  /** Futures halt early or rest on the holidays of the stock exchange. */
  @Test
  void shortensTheFuturesDayOnTheHolidaysOfStrata() throws IOException {
    HolidayCalendar strata = HolidayCalendarId.of("NYSE").resolve(ReferenceData.standard());
    MarketCalendar futures = Calendars.of("CMES");
    Set<LocalDate> full =
        futures.sessions(futures.validFrom(), futures.validUntil()).stream()
            .filter(session -> session.close().atZone(futures.zone()).getHour() == 16)
            .map(TradingSession::date)
            .collect(Collectors.toSet());
    assertEquals(
        ReviewedDifferences.of(REVIEWED, "CMES"),
        differences(futures, futures.validUntil(), full, strata::isHoliday));
  }

  private static void assertDifferences(
      String marketId, LocalDate until, Predicate<LocalDate> holiday) throws IOException {
    MarketCalendar market = Calendars.of(marketId);
    Set<LocalDate> days =
        market.sessions(market.validFrom(), market.validUntil()).stream()
            .map(TradingSession::date)
            .collect(Collectors.toCollection(HashSet::new));
    assertEquals(
        ReviewedDifferences.of(REVIEWED, marketId), differences(market, until, days, holiday));
  }

  private static List<String> differences(
      MarketCalendar market, LocalDate until, Set<LocalDate> days, Predicate<LocalDate> holiday) {
    return market
        .validFrom()
        .datesUntil(until.plusDays(1))
        .filter(date -> date.getDayOfWeek().getValue() <= 5)
        .filter(date -> days.contains(date) == holiday.test(date))
        .map(date -> date + " | " + (days.contains(date) ? "trades" : "closed"))
        .toList();
  }
}
