package io.thor.market;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * One line of a calendar file that knows where it stands, so that every complaint can say so.
 *
 * @param number from 1
 * @param text without spaces at its ends
 */
record CalendarLine(String file, int number, String text) {

  private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9_]*");

  /** The line cut into exactly that many words; the last one takes the rest of the line. */
  List<String> words(int count, String form) {
    List<String> words = Arrays.asList(text.split("\\s+", count));
    if (words.size() != count) {
      throw error(text, "is not of the form " + form, "write it so");
    }
    return words;
  }

  LocalDate date(String value) {
    return value(value, CalendarLine::parseDate, "is not a date", "write it as 2024-11-05");
  }

  ZoneId zone(String value) {
    return value(value, CalendarLine::parseZone, "is not a time zone", "write it as Europe/London");
  }

  /** A reason or the name of a schedule. */
  String code(String value) {
    if (!CODE.matcher(value).matches()) {
      throw error(value, "is not a code", "use lower-case letters, digits and underscores");
    }
    return value;
  }

  <T> T value(String value, Function<String, Optional<T>> parser, String problem, String remedy) {
    return parser.apply(value).orElseThrow(() -> error(value, problem, remedy));
  }

  InvalidCalendarException error(String value, String problem, String remedy) {
    return error(value, problem + "; " + remedy);
  }

  InvalidCalendarException error(String value, String complaint) {
    return new InvalidCalendarException(file + ":" + number + ": '" + value + "' " + complaint);
  }

  private static Optional<ZoneId> parseZone(String value) {
    try {
      return Optional.of(ZoneId.of(value));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<LocalDate> parseDate(String value) {
    try {
      return Optional.of(LocalDate.parse(value));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
