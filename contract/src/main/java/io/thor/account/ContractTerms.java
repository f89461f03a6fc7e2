package io.thor.account;

import java.math.BigDecimal;
import java.util.Objects;

/**
 * What one unit of an instrument stands for.
 *
 * @param multiplier units of the underlying for each contract, 1 for shares and coins
 */
public record ContractTerms(BigDecimal multiplier, Settlement settlement) {

  public ContractTerms {
    if (multiplier.signum() <= 0) {
      throw new IllegalArgumentException(
          "multiplier is " + multiplier.toPlainString() + "; give one above zero");
    }
    Objects.requireNonNull(settlement, "settlement");
  }

  /** Of shares and coins. */
  public static ContractTerms inFull() {
    return new ContractTerms(BigDecimal.ONE, Settlement.IN_FULL);
  }

  /** Of an instrument that is listed with its asset type. */
  public static ContractTerms of(String assetType, BigDecimal multiplier) {
    return new ContractTerms(multiplier, Settlement.of(assetType));
  }
}
