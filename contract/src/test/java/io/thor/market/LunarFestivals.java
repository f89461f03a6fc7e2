package io.thor.market;

import com.ibm.icu.util.ChineseCalendar;
import com.ibm.icu.util.TimeZone;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

/** Festivals of the Chinese calendar, by the astronomy of ICU. */
final class LunarFestivals {

  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

  private LunarFestivals() {}

  /**
   * The first day of the lunar year that begins in a year. That of 2027 is not ICU's, which has the
   * new moon of 23:56 in China on the next day; it is that of the general holidays of Hong Kong,
   * https://www.gov.hk/en/about/abouthk/holiday/2027.htm.
   */
  static LocalDate newYear(int year) {
    return year == 2027 ? LocalDate.of(2027, 2, 6) : date(year, 1, 1);
  }

  static LocalDate birthdayOfTheBuddha(int year) {
    return date(year, 4, 8);
  }

  static LocalDate dragonBoat(int year) {
    return date(year, 5, 5);
  }

  static LocalDate midAutumn(int year) {
    return date(year, 8, 15);
  }

  static LocalDate chungYeung(int year) {
    return date(year, 9, 9);
  }

  /** Those on which China rests, but for the weeks around the first. */
  static Stream<LocalDate> ofChina(int year) {
    return Stream.concat(
        newYear(year).datesUntil(newYear(year).plusDays(3)),
        Stream.of(dragonBoat(year), midAutumn(year)));
  }

  /** The general holidays of Hong Kong, and what makes up for those on a Sunday. */
  static Set<LocalDate> ofHongKong(int year) {
    Set<LocalDate> holidays = new HashSet<>();
    LocalDate newYear = newYear(year);
    boolean sunday = false;
    for (int day = 0; day < 3; day++) {
      holidays.add(newYear.plusDays(day));
      sunday |= newYear.plusDays(day).getDayOfWeek() == DayOfWeek.SUNDAY;
    }
    if (sunday) {
      holidays.add(newYear.plusDays(3));
    }
    Stream.of(
            birthdayOfTheBuddha(year),
            dragonBoat(year),
            midAutumn(year).plusDays(1),
            chungYeung(year))
        .map(day -> day.getDayOfWeek() == DayOfWeek.SUNDAY ? day.plusDays(1) : day)
        .forEach(holidays::add);
    return holidays;
  }

  private static LocalDate date(int year, int month, int day) {
    Instant summer = LocalDate.of(year, 7, 1).atStartOfDay(CHINA).toInstant();
    ChineseCalendar calendar = new ChineseCalendar(TimeZone.getTimeZone(CHINA.getId()));
    calendar.setTimeInMillis(summer.toEpochMilli());
    calendar.set(ChineseCalendar.MONTH, month - 1);
    calendar.set(ChineseCalendar.IS_LEAP_MONTH, 0);
    calendar.set(ChineseCalendar.DAY_OF_MONTH, day);
    return LocalDate.ofInstant(Instant.ofEpochMilli(calendar.getTimeInMillis()), CHINA);
  }
}
