package io.thor.tests.blackbox;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;

/** An exchange where midnight is far, so that its day does not change during a test. */
record Venue(String mic, ZoneId zone) {

  private static final List<Venue> ALL =
      List.of(
          new Venue("XTKS", ZoneId.of("Asia/Tokyo")),
          new Venue("XNYS", ZoneId.of("America/New_York")),
          new Venue("XLON", ZoneId.of("Europe/London")));

  static Venue farFromMidnight() {
    return allFarFromMidnight().get(0);
  }

  /** Two of them at least, whatever the time is. */
  static List<Venue> allFarFromMidnight() {
    return ALL.stream().filter(Venue::isFarFromMidnight).toList();
  }

  private boolean isFarFromMidnight() {
    int hour = LocalTime.now(zone).getHour();
    return hour > 0 && hour < 23;
  }

  LocalDate today() {
    return LocalDate.now(zone);
  }

  /** The route of today's override. */
  String override() {
    return "api/market/overrides/" + mic + "/" + today();
  }
}
