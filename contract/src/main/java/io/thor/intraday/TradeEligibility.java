package io.thor.intraday;

import java.util.Set;

/**
 * Which trades count in bars and VWAP, by a named policy.
 *
 * <p>Threads: any.
 */
public enum TradeEligibility {
  /** Every trade, whatever its conditions. The default. */
  ALL(Set.of()),
  /**
   * Trades at the price of the regular market in US stocks. Leaves out what the sale condition
   * tables of the CTA and UTP plans (Consolidated Tape System and UTP Trade Data Feed
   * specifications, as of 2025) let update neither last nor high and low, odd lots excepted:
   * average price (W), cash (C), next day (N), seller (R), price variation (H), contingent (V, 7),
   * extended hours (T, U), and the official open and close (Q, M) and corrected close (9), which
   * repeat the volume of auctions.
   */
  US_REGULAR(Set.of("W", "C", "N", "R", "H", "V", "7", "T", "U", "Q", "M", "9"));

  private final Set<String> leftOut;

  TradeEligibility(Set<String> leftOut) {
    this.leftOut = leftOut;
  }

  /** Whether a trade counts. */
  public boolean accepts(Trade trade) {
    Set<String> conditions = trade.conditions();
    return conditions.isEmpty() || conditions.stream().noneMatch(leftOut::contains);
  }
}
