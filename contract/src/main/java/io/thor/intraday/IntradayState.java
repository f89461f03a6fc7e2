package io.thor.intraday;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * What was stored of a symbol, for an engine that continues after a restart.
 *
 * @param bars those of the correction window before {@code asOf}, final or not, in any order; older
 *     ones do no harm
 * @param sessions every session that the correction window touches, and the latest; the last two
 *     are enough while the window is shorter than a session
 * @param asOf the {@code now} of the last step whose changes were stored
 */
public record IntradayState(List<BarUpdate> bars, List<SessionVwap> sessions, Instant asOf) {

  public IntradayState {
    bars = List.copyOf(bars);
    sessions = List.copyOf(sessions);
    Objects.requireNonNull(asOf, "asOf");
  }
}
