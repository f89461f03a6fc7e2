package io.thor.account;

import io.thor.intraday.TradeEligibility;
import java.math.BigDecimal;
import java.util.Objects;

/**
 * What an installation says of an instrument.
 *
 * @param marketId whose calendar gives its sessions
 * @param eligibility which of its trades count
 */
record Listing(
    String symbol,
    String marketId,
    String assetType,
    BigDecimal multiplier,
    String description,
    TradeEligibility eligibility) {

  Listing {
    Objects.requireNonNull(symbol, "symbol");
    Objects.requireNonNull(marketId, "marketId");
    Objects.requireNonNull(assetType, "assetType");
    Objects.requireNonNull(multiplier, "multiplier");
    Objects.requireNonNull(description, "description");
    Objects.requireNonNull(eligibility, "eligibility");
  }
}
