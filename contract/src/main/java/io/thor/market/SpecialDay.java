package io.thor.market;

import java.time.LocalDate;
import java.util.Objects;

/**
 * A day on which a venue does not follow its week.
 *
 * @param closed whether no session is held
 * @param reason on a closed day why, for example {@code holiday} or {@code outage}; otherwise the
 *     schedule that applies, for example {@code early_close}
 * @param name what the exchange's notice calls the day
 */
public record SpecialDay(LocalDate date, boolean closed, String reason, String name) {

  public SpecialDay {
    Objects.requireNonNull(date, "date");
    Objects.requireNonNull(reason, "reason");
    Objects.requireNonNull(name, "name");
  }
}
