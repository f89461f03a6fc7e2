package io.thor.market;

import io.thor.config.Profile;
import io.thor.config.Settings;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The markets of this installation; the demonstration market only in its profile.
 *
 * <p>Threads: any.
 */
@ApplicationScoped
public class Markets {

  /** The market of the recorded trades. */
  public static final String DEMONSTRATION = "BITSTAMP";

  private static final System.Logger LOG = System.getLogger(Markets.class.getName());

  @Inject Settings settings;

  private final AtomicInteger version = new AtomicInteger();

  private List<MarketCalendar> bundled = List.of();
  private volatile List<MarketCalendar> calendars = List.of();

  @PostConstruct
  void load() {
    boolean demo = Profile.of(settings) == Profile.DEMO;
    bundled =
        MarketCalendars.load().all().stream()
            .filter(calendar -> demo || !calendar.marketId().equals(DEMONSTRATION))
            .toList();
    calendars = bundled;
  }

  /** Lays overrides, by market, over the calendars as they were read. */
  void override(Map<String, List<DayOverride>> overrides) {
    calendars =
        bundled.stream()
            .map(market -> overlaid(market, overrides.getOrDefault(market.marketId(), List.of())))
            .toList();
    version.incrementAndGet();
  }

  private static MarketCalendar overlaid(MarketCalendar market, List<DayOverride> overrides) {
    List<DayOverride> holding = holding(market, overrides);
    return holding.isEmpty() ? market : market.with(holding);
  }

  /**
   * Those that hold together. One that does not fit, as after a newer calendar file, is left out.
   */
  static List<DayOverride> holding(MarketCalendar market, List<DayOverride> overrides) {
    try {
      market.with(overrides);
      return overrides;
    } catch (IllegalArgumentException e) {
      return oneByOne(market, overrides);
    }
  }

  private static List<DayOverride> oneByOne(MarketCalendar market, List<DayOverride> overrides) {
    List<DayOverride> holding = new ArrayList<>();
    for (DayOverride each : overrides) {
      holding.add(each);
      try {
        market.with(holding);
      } catch (IllegalArgumentException e) {
        holding.remove(each);
        LOG.log(
            Level.WARNING,
            "the override of {0} on {1} does not hold, remove it: {2}",
            market.marketId(),
            each.date(),
            e.getMessage());
      }
    }
    return holding;
  }

  /** Counts the changes of calendars at run time. */
  public int version() {
    return version.get();
  }

  /** A market's calendar as it was read. */
  Optional<MarketCalendar> findBundled(String marketId) {
    return bundled.stream().filter(market -> market.marketId().equals(marketId)).findFirst();
  }

  public List<MarketCalendar> all() {
    return calendars;
  }

  public Optional<MarketCalendar> find(String marketId) {
    return calendars.stream().filter(calendar -> calendar.marketId().equals(marketId)).findFirst();
  }
}
