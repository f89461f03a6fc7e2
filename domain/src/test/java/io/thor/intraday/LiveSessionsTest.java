package io.thor.intraday;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LiveSessionsTest {

  private static final Instant MOMENT = Instant.parse("2026-01-05T12:00:00Z");

  private final AtomicInteger version = new AtomicInteger();
  private LocalDate date = LocalDate.of(2026, 1, 5);
  private int reads;

  @Test
  void followsACalendarThatIsChanged() {
    LiveSessions sessions = new LiveSessions(version::get, this::read);
    assertEquals(LocalDate.of(2026, 1, 5), sessions.sessionOf(MOMENT));

    date = LocalDate.of(2026, 1, 6);
    assertEquals(LocalDate.of(2026, 1, 5), sessions.sessionOf(MOMENT));

    version.incrementAndGet();
    assertEquals(LocalDate.of(2026, 1, 6), sessions.sessionOf(MOMENT));
    sessions.sessionOf(MOMENT);
    assertEquals(2, reads);
  }

  private SessionRule read() {
    reads++;
    LocalDate now = date;
    return moment -> now;
  }
}
