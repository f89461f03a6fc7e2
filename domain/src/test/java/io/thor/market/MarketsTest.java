package io.thor.market;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.thor.config.Settings;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MarketsTest {

  private static final LocalDate FRIDAY = LocalDate.of(2026, 1, 9);
  private static final DayOverride STORM = closed(FRIDAY);
  private static final DayOverride TOO_LATE = closed(LocalDate.of(2040, 1, 9));

  private final Markets markets = new Markets();

  MarketsTest() {
    markets.settings = new Settings();
    markets.load();
  }

  private static DayOverride closed(LocalDate date) {
    return new DayOverride(date, Optional.empty(), "storm", "Typhoon");
  }

  private int fridays() {
    return markets.find("XTKS").orElseThrow().sessions(FRIDAY, FRIDAY).size();
  }

  @Test
  void anOverrideThatDoesNotHoldSpoilsNoOther() {
    MarketCalendar tokyo = markets.findBundled("XTKS").orElseThrow();

    assertEquals(List.of(STORM), Markets.holding(tokyo, List.of(TOO_LATE, STORM)));
    markets.override(Map.of("XTKS", List.of(TOO_LATE, STORM)));
    assertEquals(0, fridays());
  }

  @Test
  void withoutOverridesTheCalendarsHoldAgain() {
    markets.override(Map.of("XTKS", List.of(STORM)));
    int version = markets.version();
    assertEquals(0, fridays());

    markets.override(Map.of());

    assertEquals(1, fridays());
    assertEquals(version + 1, markets.version());
  }
}
