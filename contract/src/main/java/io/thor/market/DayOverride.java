package io.thor.market;

import io.thor.message.MarketStatusUpdate.Status;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An operator's word on one day of a venue, over what its calendar says.
 *
 * <p>Errors: {@link IllegalArgumentException} with the field, the value and the remedy.
 *
 * @param hours when the market trades; empty: it is closed all day
 * @param reason a code such as {@code storm} or {@code early_close}; the day's status carries it
 * @param name what the exchange's notice calls the day
 */
public record DayOverride(LocalDate date, Optional<Hours> hours, String reason, String name) {

  private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9_]{0,63}");
  private static final int LONGEST_NAME = 200;

  /**
   * Times on the venue's clock: {@code 09:30}, {@code 17:00-1d} for the evening before, {@code
   * 24:00}.
   */
  public record Hours(
      String open, Optional<String> breakStart, Optional<String> breakEnd, String close) {

    public Hours {
      DayTime previous = time("open", open);
      if (breakStart.isPresent() != breakEnd.isPresent()) {
        throw new IllegalArgumentException(
            "break_start and break_end come together; give both or none");
      }
      if (breakStart.isPresent()) {
        previous = after("break_start", breakStart.get(), previous);
        previous = after("break_end", breakEnd.get(), previous);
      }
      after("close", close, previous);
    }

    private static DayTime after(String name, String text, DayTime previous) {
      DayTime time = time(name, text);
      if (time.compareTo(previous) <= 0) {
        throw new IllegalArgumentException(
            name + " is '" + text + "'; give a time after the one before it");
      }
      return time;
    }

    private static DayTime time(String name, String text) {
      return DayTime.parse(text)
          .orElseThrow(
              () ->
                  new IllegalArgumentException(
                      name + " is '" + text + "'; write it as 09:30, 24:00 or 17:00-1d"));
    }

    private String words() {
      return open
          + " to "
          + close
          + breakStart
              .flatMap(from -> breakEnd.map(until -> ", break " + from + " to " + until))
              .orElse("");
    }

    private List<Phase> phases(String reason) {
      List<Phase> phases = new ArrayList<>();
      DayTime start = time("open", open);
      if (breakStart.isPresent()) {
        DayTime pause = time("break_start", breakStart.get());
        DayTime resume = time("break_end", breakEnd.orElseThrow());
        phases.add(new Phase(start, pause, Status.OPEN, reason));
        phases.add(new Phase(pause, resume, Status.BREAK, "lunch"));
        start = resume;
      }
      phases.add(new Phase(start, time("close", close), Status.OPEN, reason));
      return phases;
    }
  }

  public DayOverride {
    Objects.requireNonNull(date, "date");
    Objects.requireNonNull(hours, "hours");
    if (!CODE.matcher(reason).matches()) {
      throw new IllegalArgumentException(
          "reason is '" + reason + "'; give a code such as storm or early_close");
    }
    if (name.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException("name has control characters; give one line of text");
    }
    if (name.isBlank() || name.length() > LONGEST_NAME) {
      throw new IllegalArgumentException(
          "name has "
              + name.length()
              + " characters; say in 1 to "
              + LONGEST_NAME
              + " what the exchange's notice calls the day");
    }
  }

  /** What it says but the day, in one line. */
  public String words() {
    return hours.map(Hours::words).orElse("closed") + ", " + reason + ", " + name;
  }

  SpecialDay toSpecialDay() {
    return new SpecialDay(date, hours.isEmpty(), reason, name);
  }

  Optional<DaySchedule> schedule(ZoneId clock) {
    return hours.map(times -> new DaySchedule(reason, date, clock, times.phases(reason)));
  }
}
