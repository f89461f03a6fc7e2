package io.thor.market;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Which schedule applies on which day: a special day before the week that is in force.
 *
 * <p>Threads: filled by the parser alone, not changed afterwards; copies share what they do not
 * override.
 */
final class TradingDays {

  static final String WEEKEND = "weekend";

  private final Map<String, NavigableMap<LocalDate, DaySchedule>> schedules;
  private final NavigableMap<LocalDate, Map<DayOfWeek, String>> weeks;
  private final NavigableMap<LocalDate, SpecialDay> specialDays;

  /** By date, empty where the override closes the day. */
  private final Map<LocalDate, Optional<DaySchedule>> overrides;

  TradingDays() {
    this(new HashMap<>(), new TreeMap<>(), new TreeMap<>(), Map.of());
  }

  private TradingDays(
      Map<String, NavigableMap<LocalDate, DaySchedule>> schedules,
      NavigableMap<LocalDate, Map<DayOfWeek, String>> weeks,
      NavigableMap<LocalDate, SpecialDay> specialDays,
      Map<LocalDate, Optional<DaySchedule>> overrides) {
    this.schedules = schedules;
    this.weeks = weeks;
    this.specialDays = specialDays;
    this.overrides = overrides;
  }

  /** These days with some of them overridden; earlier overrides are gone. */
  TradingDays with(Collection<DayOverride> changes, ZoneId clock) {
    NavigableMap<LocalDate, SpecialDay> special = new TreeMap<>(specialDays);
    Map<LocalDate, Optional<DaySchedule>> overriding = new HashMap<>();
    for (DayOverride change : changes) {
      special.put(change.date(), change.toSpecialDay());
      overriding.put(change.date(), change.schedule(clock));
    }
    return new TradingDays(schedules, weeks, special, overriding);
  }

  /** Returns false when a schedule of this name and first day is there already. */
  boolean add(DaySchedule schedule) {
    return schedules
            .computeIfAbsent(schedule.name(), name -> new TreeMap<>())
            .putIfAbsent(schedule.from(), schedule)
        == null;
  }

  /** Returns false when a week with this first day is there already. */
  boolean addWeek(LocalDate from, Map<DayOfWeek, String> scheduleNames) {
    return weeks.putIfAbsent(from, Map.copyOf(scheduleNames)) == null;
  }

  /** Returns the day that holds the date already; it stays. */
  Optional<SpecialDay> add(SpecialDay day) {
    return Optional.ofNullable(specialDays.putIfAbsent(day.date(), day));
  }

  /** The schedule of that name in force on a day. */
  Optional<DaySchedule> schedule(String name, LocalDate date) {
    return Optional.ofNullable(schedules.get(name))
        .map(versions -> versions.floorEntry(date))
        .map(Map.Entry::getValue);
  }

  /** The name of the schedule that the week in force gives to a day. */
  Optional<String> weekly(LocalDate date) {
    return Optional.ofNullable(weeks.floorEntry(date))
        .map(week -> week.getValue().get(date.getDayOfWeek()));
  }

  boolean hasWeek(LocalDate date) {
    return weeks.floorKey(date) != null;
  }

  Optional<DaySchedule> on(LocalDate date) {
    if (overrides.containsKey(date)) {
      return overrides.get(date);
    }
    Optional<SpecialDay> special = Optional.ofNullable(specialDays.get(date));
    Optional<String> name =
        special.isPresent()
            ? special.filter(day -> !day.closed()).map(SpecialDay::reason)
            : weekly(date);
    return name.flatMap(known -> schedule(known, date));
  }

  /** Why a day without a schedule is closed. */
  String closedReason(LocalDate date) {
    SpecialDay special = specialDays.get(date);
    return special == null ? WEEKEND : special.reason();
  }

  /** Both ends inclusive. */
  Collection<SpecialDay> specialDays(LocalDate from, LocalDate to) {
    return specialDays.subMap(from, true, to, true).values();
  }
}
