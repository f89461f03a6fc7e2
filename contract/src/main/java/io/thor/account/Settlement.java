package io.thor.account;

import java.util.Set;

/** When the value of a trade changes hands. */
public enum Settlement {
  /** The whole value is paid: shares, coins. A holding is worth its market value. */
  IN_FULL,
  /**
   * Gains and losses alone are paid, as a clearing house settles futures. A holding is worth its
   * unrealized PnL.
   */
  TO_MARKET;

  private static final Set<String> MARKED_DAILY = Set.of("FUTURE");

  /** That of an asset type as positions name it. */
  public static Settlement of(String assetType) {
    return MARKED_DAILY.contains(assetType) ? TO_MARKET : IN_FULL;
  }
}
