package io.thor.cutover;

import io.thor.config.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;

/**
 * What the gates demand: keys {@code thor.cutover.gate.*}.
 *
 * <p>Threads: any. Errors: {@link io.thor.config.InvalidSettingException}.
 */
@ApplicationScoped
public class GateSettings {

  private static final String PREFIX = "thor.cutover.gate.";
  private static final int DAY_SECONDS = 86_400;
  private static final BigDecimal HUNDRED = new BigDecimal("100");

  @Inject Settings settings;

  /** The thresholds of all gates. */
  public GateRules rules() {
    GateRules defaults = GateRules.DEFAULTS;
    return new GateRules(
        new PoissonBound(
            percent("confidence-percent", "95", "99.999999").movePointLeft(2),
            percent("mismatch-percent", "0.1", "100").movePointLeft(2)),
        percent("undecided-percent", "5", "100"),
        Duration.ofHours(settings.wholeNumber(PREFIX + "drill-hours", 24, 1, 8760)),
        seconds("canary-seconds", defaults.canaryTime()),
        settings.wholeNumber(PREFIX + "canary-comparisons", 500, 1, 1_000_000),
        percent("canary-points", "0.1", "100"),
        percent("stale-percent", "0.1", "100"),
        settings.wholeNumber(PREFIX + "sessions-before-live", 2, 0, 1000),
        settings.wholeNumber(PREFIX + "sessions-before-complete", 5, 0, 1000));
  }

  /** How long a session is where none of a market is meant; zero where one is. */
  public Duration sessionLength() {
    return seconds("session-seconds", Duration.ZERO);
  }

  /** The market whose sessions count; a market that never closes has one each UTC day. */
  public String sessionMarket(String fallback) {
    return settings.text(PREFIX + "session-market", fallback);
  }

  private Duration seconds(String key, Duration fallback) {
    int seconds = Math.toIntExact(fallback.toSeconds());
    return Duration.ofSeconds(settings.wholeNumber(PREFIX + key, seconds, 0, 30 * DAY_SECONDS));
  }

  /** Above zero, so that no gate can be set to demand the impossible. */
  private BigDecimal percent(String key, String fallback, String most) {
    BigDecimal least = new BigDecimal("0.000001");
    BigDecimal highest = new BigDecimal(most).min(HUNDRED);
    return settings.decimal(PREFIX + key, new BigDecimal(fallback), least, highest);
  }
}
