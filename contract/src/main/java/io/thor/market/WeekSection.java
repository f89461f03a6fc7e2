package io.thor.market;

import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads a {@code [week <first day>]} section: the schedule of each day of the week that trades. */
final class WeekSection {

  private WeekSection() {}

  static Map<DayOfWeek, CalendarLine> parse(CalendarSection section) {
    Map<DayOfWeek, CalendarLine> week = new EnumMap<>(DayOfWeek.class);
    for (CalendarLine line : section.lines()) {
      for (DayOfWeek day : range(line, line.words(2, "<days> <schedule>").get(0))) {
        if (week.putIfAbsent(day, line) != null) {
          throw line.error(day.toString(), "is given twice in this week", "keep one line");
        }
      }
    }
    return week;
  }

  private static List<DayOfWeek> range(CalendarLine line, String text) {
    String[] ends = text.split("-", 2);
    DayOfWeek first = day(line, ends[0]);
    DayOfWeek last = day(line, ends[ends.length - 1]);
    int days = Math.floorMod(last.getValue() - first.getValue(), 7) + 1;
    return Stream.iterate(first, day -> day.plus(1)).limit(days).toList();
  }

  private static DayOfWeek day(CalendarLine line, String text) {
    return line.value(text, WeekSection::dayOf, "is not a day", "write it as MON or MON-FRI");
  }

  private static Optional<DayOfWeek> dayOf(String text) {
    return Stream.of(DayOfWeek.values()).filter(day -> shortName(day).equals(text)).findFirst();
  }

  private static String shortName(DayOfWeek day) {
    return day.getDisplayName(TextStyle.SHORT, Locale.ENGLISH).toUpperCase(Locale.ROOT);
  }
}
