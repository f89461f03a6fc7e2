package io.thor.intraday;

import io.thor.account.Instruments;
import io.thor.account.Listings;
import io.thor.market.MarketCalendar;
import io.thor.market.MarketState;
import io.thor.market.Markets;
import io.thor.message.MarketStatusUpdate.Status;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;

/**
 * By which rules the trades of a symbol become bars: sessions are those of its market's calendar,
 * and its listing says which trades count.
 *
 * <p>Threads: any, inside a transaction.
 */
@ApplicationScoped
class TradingRules {

  @Inject Instruments instruments;
  @Inject Listings listings;
  @Inject Markets markets;
  @Inject Clock clock;

  BarRules of(String symbol) {
    SessionRule sessions =
        instruments
            .marketOf(symbol)
            .flatMap(markets::find)
            .map(calendar -> sessionsOf(calendar.marketId()))
            .orElse(SessionRule.UTC_DAY);
    return BarRules.withDefaults(sessions, listings.eligibilityOf(symbol));
  }

  private SessionRule sessionsOf(String marketId) {
    return new LiveSessions(markets::version, () -> rule(markets.find(marketId).orElseThrow()));
  }

  /** A market that never closes has the days of its own clock. */
  private SessionRule rule(MarketCalendar calendar) {
    MarketState state = calendar.stateAt(clock.instant());
    boolean neverCloses = state.status() == Status.OPEN && state.nextStatus().isEmpty();
    return neverCloses
        ? moment -> LocalDate.ofInstant(moment, calendar.zone())
        : new CalendarSessions(calendar);
  }
}
