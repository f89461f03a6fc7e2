package io.thor.tests.blackbox;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/** An exchange where midnight is far, so that its day does not change during a test. */
record Venue(String mic, ZoneId zone) {

  static Venue farFromMidnight() {
    Venue tokyo = new Venue("XTKS", ZoneId.of("Asia/Tokyo"));
    int hour = LocalTime.now(tokyo.zone).getHour();
    return hour > 0 && hour < 23 ? tokyo : new Venue("XNYS", ZoneId.of("America/New_York"));
  }

  LocalDate today() {
    return LocalDate.now(zone);
  }

  /** The route of today's override. */
  String override() {
    return "api/market/overrides/" + mic + "/" + today();
  }
}
