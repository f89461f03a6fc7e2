package io.thor.market;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/** Reads the {@code [venue]} section: each key once, with its value behind it. */
final class VenueSection {

  private static final List<String> KEYS =
      List.of("mic", "name", "country", "timezone", "valid_from", "valid_until");

  private final CalendarSection section;
  private final Map<String, CalendarLine> lines = new HashMap<>();

  private VenueSection(CalendarSection section) {
    this.section = section;
    section.lines().forEach(this::add);
  }

  static Venue parse(CalendarSection section) {
    section.arguments(0, "[venue]");
    return new VenueSection(section).venue();
  }

  private void add(CalendarLine line) {
    String key = line.words(2, "<key> <value>").get(0);
    if (!KEYS.contains(key)) {
      throw line.error(key, "is not a key of a venue", "use " + String.join(", ", KEYS));
    }
    if (lines.putIfAbsent(key, line) != null) {
      throw line.error(key, "is given twice", "keep one line");
    }
  }

  private Venue venue() {
    LocalDate validFrom = value("valid_from", CalendarLine::date);
    LocalDate validUntil = value("valid_until", CalendarLine::date);
    if (validUntil.isBefore(validFrom)) {
      throw lines
          .get("valid_until")
          .error(validUntil.toString(), "is before valid_from " + validFrom, "correct one of them");
    }
    return new Venue(
        value("mic", VenueSection::mic),
        value("name", (line, text) -> text),
        value("country", (line, text) -> text),
        value("timezone", CalendarLine::zone),
        validFrom,
        validUntil);
  }

  private <T> T value(String key, BiFunction<CalendarLine, String, T> reader) {
    CalendarLine line = lines.get(key);
    if (line == null) {
      throw section.header().error(key, "is missing", "add a line '" + key + " <value>'");
    }
    return reader.apply(line, line.words(2, "<key> <value>").get(1));
  }

  private static String mic(CalendarLine line, String text) {
    if (!line.file().equals(text + ".calendar")) {
      throw line.error(text, "is not the name of the file", "rename one of them");
    }
    return text;
  }
}
