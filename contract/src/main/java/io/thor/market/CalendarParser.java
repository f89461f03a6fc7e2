package io.thor.market;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads a calendar file. Lines that begin with {@code #} are comments. A file is made of sections,
 * in the order below; the first line of each says which public notice or rule it was taken from. A
 * section may come again, for example with another source. Times are on the venue's clock.
 *
 * <pre>
 * [venue]                          mic (the name of the file), name, country, timezone,
 * source ...                       valid_from and valid_until: the first and last covered day
 * mic XTKS
 *
 * [schedule regular 2024-11-05]    one kind of day, from a session day on; the same name again
 * source ...                       with a later day replaces it from there
 * clock Asia/Tokyo                 optional: the clock of the times below, else the venue's own
 * 08:00 09:00 PREOPEN pre_open     start, end, status, reason; no gaps; what is left is CLOSED,
 * 09:00 11:30 OPEN regular         and so may be a phase that has a reason of its own. The session
 * 11:30 12:30 BREAK lunch          reaches from the first OPEN to the last and has at most one
 * 12:30 15:30 OPEN regular         BREAK. 17:00-1d is the evening before the session day, 01:00+1d
 *                                  the night after it, 24:00 its end
 *
 * [week 2018-01-01]                the schedule of each day of the week, from that day on; days
 * source ...                       that are not named are closed: weekend
 * MON-FRI regular
 *
 * [closed 2020]                    full days without a session, of that year: date, reason, name
 * source ...
 * 2020-10-01 outage System failure, no trading all day
 *
 * [special 2020]                   days with another schedule than the week's: early closes, late
 * source ...                       opens, sessions on weekends or holidays: date, schedule, name
 * 2020-11-27 early_close Day after Thanksgiving
 * </pre>
 *
 * <p>A session belongs to the day that the exchange gives it. A venue whose sessions begin on the
 * evening before should end its calendar on a day that no session follows.
 *
 * <p>Threads: one use. Errors: {@link InvalidCalendarException} with file, line, value and remedy.
 */
final class CalendarParser {

  private static final Map<String, Integer> ORDER =
      Map.of("schedule", 1, "week", 2, "closed", 3, "special", 3);

  private final CalendarSection head;
  private final Venue venue;
  private final TradingDays days = new TradingDays();
  private final Map<DaySchedule, CalendarLine> headers = new HashMap<>();

  private CalendarParser(CalendarSection head) {
    this.head = head;
    this.venue = VenueSection.parse(head);
  }

  static MarketCalendar parse(String file, List<String> text) {
    List<CalendarSection> sections = CalendarSection.split(file, text);
    if (sections.isEmpty() || !sections.get(0).kind().equals("venue")) {
      throw new InvalidCalendarException(file + ":1: the first section must be [venue]; add it");
    }
    CalendarParser parser = new CalendarParser(sections.get(0));
    parser.readAll(sections.subList(1, sections.size()));
    parser.requireWeek();
    parser.requireNoOverlap();
    return new MarketCalendar(parser.venue, parser.days);
  }

  private void readAll(List<CalendarSection> sections) {
    int reached = 0;
    for (CalendarSection section : sections) {
      Integer order = ORDER.get(section.kind());
      if (order == null) {
        throw section
            .header()
            .error(
                section.kind(), "is no kind of section", "use schedule, week, closed or special");
      }
      if (order < reached) {
        throw section.header().error(section.kind(), "comes too late", "move it up, as documented");
      }
      reached = order;
      read(section);
    }
  }

  private void read(CalendarSection section) {
    switch (section.kind()) {
      case "schedule" -> readSchedule(section);
      case "week" -> readWeek(section);
      default -> readDays(section, section.kind().equals("closed"));
    }
  }

  private void readSchedule(CalendarSection section) {
    DaySchedule schedule = ScheduleSection.parse(section, venue.zone());
    if (!days.add(schedule)) {
      throw section.header().error(section.header().text(), "is given twice", "keep one section");
    }
    headers.put(schedule, section.header());
  }

  private void readWeek(CalendarSection section) {
    CalendarLine header = section.header();
    LocalDate from = header.date(section.arguments(1, "[week <first day>]").get(0));
    Map<DayOfWeek, String> names = new EnumMap<>(DayOfWeek.class);
    WeekSection.parse(section)
        .forEach(
            (day, line) ->
                names.put(
                    day, scheduleName(line, line.words(2, "<days> <schedule>").get(1), from)));
    if (!days.addWeek(from, names)) {
      throw header.error(header.text(), "is given twice", "keep one section");
    }
  }

  private void readDays(CalendarSection section, boolean closed) {
    String year = section.arguments(1, "[" + section.kind() + " <year>]").get(0);
    section.lines().forEach(line -> readDay(line, year, closed));
  }

  private void readDay(CalendarLine line, String year, boolean closed) {
    List<String> words =
        line.words(3, closed ? "<date> <reason> <name>" : "<date> <schedule> <name>");
    LocalDate date = line.date(words.get(0));
    if (!words.get(0).startsWith(year + "-")) {
      throw line.error(words.get(0), "is not in " + year, "correct it or move it to its year");
    }
    if (!venue.covers(date)) {
      throw line.error(words.get(0), "is not covered", "extend valid_from or valid_until");
    }
    if (closed && days.weekly(date).isEmpty()) {
      throw line.error(
          words.get(0), "is a " + date.getDayOfWeek() + ", closed anyway", "correct or remove it");
    }
    String reason = closed ? line.code(words.get(1)) : scheduleName(line, words.get(1), date);
    days.add(new SpecialDay(date, closed, reason, words.get(2)))
        .ifPresent(
            other -> {
              throw line.error(words.get(0), "is already " + other.name(), "keep one of them");
            });
  }

  private String scheduleName(CalendarLine line, String name, LocalDate date) {
    if (days.schedule(name, date).isEmpty()) {
      throw line.error(
          name, "is no schedule in force on " + date, "add [schedule " + name + " " + date + "]");
    }
    return name;
  }

  private void requireWeek() {
    if (!days.hasWeek(venue.validFrom())) {
      throw head.header()
          .error(
              venue.validFrom().toString(), "has no week", "add [week " + venue.validFrom() + "]");
    }
  }

  private void requireNoOverlap() {
    Instant free = Instant.MIN;
    for (LocalDate date = venue.validFrom(); venue.covers(date); date = date.plusDays(1)) {
      for (DaySchedule schedule : days.on(date).stream().toList()) {
        if (schedule.startOn(date).isBefore(free)) {
          throw headers
              .get(schedule)
              .error(date.toString(), "starts before the session day before ends", "shorten one");
        }
        free = schedule.endOn(date);
      }
    }
  }
}
