package io.thor.market;

import io.thor.config.Profile;
import io.thor.config.Settings;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/**
 * The markets of this installation; the demonstration market only in its profile.
 *
 * <p>Threads: any.
 */
@ApplicationScoped
public class Markets {

  /** The market of the recorded trades. */
  public static final String DEMONSTRATION = "BITSTAMP";

  @Inject Settings settings;

  private List<MarketCalendar> calendars = List.of();

  @PostConstruct
  void load() {
    boolean demo = Profile.of(settings) == Profile.DEMO;
    calendars =
        MarketCalendars.load().all().stream()
            .filter(calendar -> demo || !calendar.marketId().equals(DEMONSTRATION))
            .toList();
  }

  public List<MarketCalendar> all() {
    return calendars;
  }

  public Optional<MarketCalendar> find(String marketId) {
    return calendars.stream().filter(calendar -> calendar.marketId().equals(marketId)).findFirst();
  }
}
