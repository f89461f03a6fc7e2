package io.thor.market;

import io.thor.message.MarketStatusUpdate.Status;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a {@code [schedule <name> <first day>]} section: the phases of one kind of day. */
final class ScheduleSection {

  private static final List<Status> STATUSES =
      List.of(Status.PREOPEN, Status.OPEN, Status.BREAK, Status.PRECLOSE, Status.CLOSED);
  private static final String CLOCK = "clock ";

  private ScheduleSection() {}

  static DaySchedule parse(CalendarSection section, ZoneId venueClock) {
    CalendarLine header = section.header();
    List<String> arguments = section.arguments(2, "[schedule <name> <first day>]");
    String name = header.code(arguments.get(0));
    LocalDate from = header.date(arguments.get(1));
    List<Phase> phases = new ArrayList<>();
    List<CalendarLine> lines = section.lines();
    boolean ownClock = !lines.isEmpty() && lines.get(0).text().startsWith(CLOCK);
    ZoneId clock = ownClock ? clock(lines.get(0)) : venueClock;
    lines.stream().skip(ownClock ? 1 : 0).forEach(line -> add(phases, line));
    try {
      return new DaySchedule(name, from, clock, phases);
    } catch (IllegalArgumentException e) {
      throw header.error(header.text(), e.getMessage());
    }
  }

  private static ZoneId clock(CalendarLine line) {
    return line.zone(line.words(2, "clock <time zone>").get(1));
  }

  private static void add(List<Phase> phases, CalendarLine line) {
    List<String> words = line.words(4, "<start> <end> <status> <reason>");
    DayTime start = time(line, words.get(0));
    DayTime end = time(line, words.get(1));
    if (start.compareTo(end) >= 0) {
      throw line.error(words.get(1), "is not after the start " + words.get(0), "correct one");
    }
    if (!phases.isEmpty() && !phases.get(phases.size() - 1).end().equals(start)) {
      throw line.error(
          words.get(0), "is not the end of the phase before", "let phases follow without gaps");
    }
    phases.add(new Phase(start, end, status(line, words.get(2)), line.code(words.get(3))));
  }

  private static DayTime time(CalendarLine line, String text) {
    return line.value(
        text, DayTime::parse, "is not a time", "write it as 09:30, 24:00, 17:00-1d or 01:00+1d");
  }

  private static Status status(CalendarLine line, String text) {
    return line.value(
        text, ScheduleSection::statusOf, "is not a status of a phase", "use one of " + STATUSES);
  }

  private static Optional<Status> statusOf(String text) {
    return STATUSES.stream().filter(status -> status.name().equals(text)).findFirst();
  }
}
