package io.thor.account;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Futures with their multipliers, in US dollars per index point, barrel or troy ounce, as CME Group
 * publishes them in each product's contract specifications (cmegroup.com, "contract unit").
 */
public enum FuturesContract {
  ES("50", "E-mini S&P 500"),
  NQ("20", "E-mini Nasdaq-100"),
  YM("5", "E-mini Dow"),
  CL("1000", "Crude oil, 1,000 barrels"),
  GC("100", "Gold, 100 troy ounces"),
  MES("5", "Micro E-mini S&P 500"),
  MNQ("2", "Micro E-mini Nasdaq-100"),
  MYM("0.5", "Micro E-mini Dow"),
  MCL("100", "Micro crude oil, 100 barrels"),
  MGC("10", "Micro gold, 10 troy ounces");

  private final BigDecimal multiplier;
  private final String description;

  FuturesContract(String multiplier, String description) {
    this.multiplier = new BigDecimal(multiplier);
    this.description = description;
  }

  /** The contract of a root symbol such as {@code ES}. */
  public static Optional<FuturesContract> of(String root) {
    return Stream.of(values()).filter(contract -> contract.name().equals(root)).findFirst();
  }

  public String description() {
    return description;
  }

  public ContractTerms terms() {
    return new ContractTerms(multiplier, Settlement.TO_MARKET);
  }
}
