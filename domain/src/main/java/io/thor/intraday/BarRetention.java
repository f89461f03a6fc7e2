package io.thor.intraday;

import io.thor.account.Instruments;
import io.thor.config.Settings;
import io.thor.storage.Database;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/**
 * Deletes bars that are older than {@code thor.intraday.retention-days}. Where a symbol has none
 * that is younger, all stay.
 *
 * <p>Threads: any.
 */
@ApplicationScoped
public class BarRetention {

  static final String KEY = "thor.intraday.retention-days";
  private static final int DEFAULT_DAYS = 30;

  /** Late trades correct bars of the last hours, so a day is the least. */
  private static final int LEAST_DAYS = 1;

  private static final int MOST_DAYS = 36_500;

  @Inject Settings settings;
  @Inject Database database;
  @Inject Instruments instruments;
  @Inject IntradayStore store;
  @Inject Clock clock;

  private Duration kept = Duration.ofDays(DEFAULT_DAYS);

  @PostConstruct
  void configure() {
    kept = Duration.ofDays(settings.wholeNumber(KEY, DEFAULT_DAYS, LEAST_DAYS, MOST_DAYS));
  }

  /** Deletes what is too old, in a transaction for each symbol; answers how many bars it was. */
  public int prune() {
    List<String> symbols = database.inNewTransaction(instruments::symbols);
    return symbols.stream()
        .mapToInt(
            symbol ->
                database.inNewTransaction(
                    () -> store.deleteBefore(symbol, clock.instant().minus(kept))))
        .sum();
  }
}
