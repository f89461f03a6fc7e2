package io.thor.intraday;

import java.time.Duration;
import java.util.Objects;

/**
 * When a bar is final, how long it can still be corrected, and where VWAP starts anew.
 *
 * @param grace how long after its end a minute still waits for trades before its bar is final
 * @param correctionWindow how long after that a late trade still corrects the bar
 * @param sessions the session of each moment
 * @param eligibility which trades count
 */
public record BarRules(
    Duration grace, Duration correctionWindow, SessionRule sessions, TradeEligibility eligibility) {

  /** Grace of two seconds, corrections for two hours. */
  public static BarRules withDefaults(SessionRule sessions) {
    return withDefaults(sessions, TradeEligibility.ALL);
  }

  /** The same, where some trades do not count. */
  public static BarRules withDefaults(SessionRule sessions, TradeEligibility eligibility) {
    return new BarRules(Duration.ofSeconds(2), Duration.ofHours(2), sessions, eligibility);
  }

  /** Rules under which every trade counts. */
  public BarRules(Duration grace, Duration correctionWindow, SessionRule sessions) {
    this(grace, correctionWindow, sessions, TradeEligibility.ALL);
  }

  public BarRules {
    Require.that(
        !grace.isNegative(),
        () -> "grace must not be negative, but is " + grace + "; use PT0S or more");
    Require.that(
        !correctionWindow.isNegative(),
        () ->
            "correctionWindow must not be negative, but is "
                + correctionWindow
                + "; use PT0S or more");
    Objects.requireNonNull(sessions, "sessions");
    Objects.requireNonNull(eligibility, "eligibility");
  }
}
