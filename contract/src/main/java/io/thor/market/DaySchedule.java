package io.thor.market;

import io.thor.message.MarketStatusUpdate.Status;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * The phases of one kind of trading day, without gaps. The session reaches from the first OPEN
 * phase to the last one and holds at most one BREAK; other phases lie outside it.
 *
 * <p>Errors: {@link IllegalArgumentException} with a remedy when the phases make no session.
 *
 * @param from the first session day on which it applies
 * @param clock what its times are on, as a rule the venue's own clock
 */
record DaySchedule(String name, LocalDate from, ZoneId clock, List<Phase> phases) {

  DaySchedule {
    phases = List.copyOf(phases);
    List<Phase> session = sessionOf(phases);
    if (session.isEmpty()) {
      throw new IllegalArgumentException("has no OPEN phase; add one");
    }
    if (!session.stream().allMatch(phase -> phase.is(Status.OPEN) || phase.is(Status.BREAK))) {
      throw new IllegalArgumentException(
          "has another status than OPEN and BREAK inside its session; move it outside");
    }
    if (session.stream().filter(phase -> phase.is(Status.BREAK)).count() > 1) {
      throw new IllegalArgumentException("has several BREAK phases in its session; keep one");
    }
  }

  Instant startOn(LocalDate date) {
    return phases.get(0).start().on(date, clock);
  }

  Instant endOn(LocalDate date) {
    return phases.get(phases.size() - 1).end().on(date, clock);
  }

  TradingSession sessionOn(LocalDate date) {
    List<Phase> session = sessionOf(phases);
    Optional<Phase> pause = session.stream().filter(phase -> phase.is(Status.BREAK)).findFirst();
    Instant open = session.get(0).start().on(date, clock);
    Instant close = session.get(session.size() - 1).end().on(date, clock);
    return new TradingSession(
        date,
        open,
        pause.map(phase -> phase.start().on(date, clock)),
        pause.map(phase -> phase.end().on(date, clock)),
        close);
  }

  private static List<Phase> sessionOf(List<Phase> phases) {
    List<Status> statuses = phases.stream().map(Phase::status).toList();
    int first = statuses.indexOf(Status.OPEN);
    return first < 0 ? List.of() : phases.subList(first, statuses.lastIndexOf(Status.OPEN) + 1);
  }
}
