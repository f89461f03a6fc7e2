package io.thor.replay;

import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What a trade file may hold.
 *
 * @param symbol of every row, for files whose rows name none
 * @param knownSymbols rows of others are left out; without this set every symbol is known
 * @param clock tells the present; rows later than it by more than {@link #TOLERANCE} are left out
 */
public record TradeFileRules(
    Optional<String> symbol, Optional<Set<String>> knownSymbols, Clock clock) {

  /** How far two clocks may differ. */
  public static final Duration TOLERANCE = Duration.ofMinutes(1);

  public TradeFileRules {
    Objects.requireNonNull(symbol, "symbol");
    knownSymbols = knownSymbols.map(Set::copyOf);
    Objects.requireNonNull(clock, "clock");
  }
}
