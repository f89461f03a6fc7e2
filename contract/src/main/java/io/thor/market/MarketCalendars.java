package io.thor.market;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The calendars that Thor brings along, by MIC.
 *
 * <p>Threads: immutable.
 */
public final class MarketCalendars {

  private static final List<String> BUNDLED =
      List.of(
          "XNYS",
          "XTSE",
          "XMEX",
          "XLON",
          "XETR",
          "XTKS",
          "XHKG",
          "XSHG",
          "XBOM",
          "CMES",
          "BITSTAMP");

  private final Map<String, MarketCalendar> byMarketId;

  private MarketCalendars(Map<String, MarketCalendar> byMarketId) {
    this.byMarketId = byMarketId;
  }

  /**
   * Reads and checks all bundled calendars; meant for the start, once.
   *
   * <p>Errors: {@link InvalidCalendarException} for the first line that breaks the format.
   */
  public static MarketCalendars load() {
    Map<String, MarketCalendar> calendars = new LinkedHashMap<>();
    BUNDLED.forEach(mic -> calendars.put(mic, read(mic + ".calendar")));
    return new MarketCalendars(calendars);
  }

  /** The calendar of a market, when there is one. */
  public Optional<MarketCalendar> find(String marketId) {
    return Optional.ofNullable(byMarketId.get(marketId));
  }

  /** Every calendar, always in the same order. */
  public List<MarketCalendar> all() {
    return List.copyOf(byMarketId.values());
  }

  private static MarketCalendar read(String file) {
    try (InputStream resource = MarketCalendars.class.getResourceAsStream(file)) {
      if (resource == null) {
        throw new InvalidCalendarException(
            file + ": not on the class path beside " + MarketCalendars.class + "; add it");
      }
      BufferedReader reader =
          new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8));
      return CalendarParser.parse(file, reader.lines().toList());
    } catch (IOException e) {
      throw new UncheckedIOException(file + ": cannot be read", e);
    }
  }
}
