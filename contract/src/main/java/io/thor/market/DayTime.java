package io.thor.market;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A time on the venue's clock, relative to the session day: {@code 09:30}, {@code 17:00-1d} for the
 * evening before, {@code 24:00} for the end of the day, {@code 01:00+1d} for the night after it.
 */
record DayTime(int dayOffset, LocalTime time) implements Comparable<DayTime> {

  private static final Pattern FORM = Pattern.compile("([01]\\d|2[0-3]):([0-5]\\d)([+-]1d)?");
  private static final Comparator<DayTime> ORDER =
      Comparator.comparingInt(DayTime::dayOffset).thenComparing(DayTime::time);

  static Optional<DayTime> parse(String text) {
    if (text.equals("24:00")) {
      return Optional.of(new DayTime(1, LocalTime.MIDNIGHT));
    }
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      return Optional.empty();
    }
    LocalTime time = LocalTime.of(Integer.parseInt(form.group(1)), Integer.parseInt(form.group(2)));
    int offset = form.group(3) == null ? 0 : form.group(3).startsWith("-") ? -1 : 1;
    return Optional.of(new DayTime(offset, time));
  }

  Instant on(LocalDate sessionDay, ZoneId zone) {
    return sessionDay.plusDays(dayOffset).atTime(time).atZone(zone).toInstant();
  }

  @Override
  public int compareTo(DayTime other) {
    return ORDER.compare(this, other);
  }
}
