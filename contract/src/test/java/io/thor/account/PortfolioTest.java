package io.thor.account;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** 1,000 in cash and one share at 100: equity 1,100, so 2,200 may be held. */
class PortfolioTest {

  private static final BigDecimal PRICE = new BigDecimal("100");
  private static final ContractTerms SHARE = ContractTerms.inFull();
  private static final Portfolio PORTFOLIO =
      new Portfolio(
          new BigDecimal("1000"),
          Map.of(
              "S",
              new MarkedHolding(
                  new Holding(BigDecimal.ONE, PRICE, BigDecimal.ZERO), PRICE, SHARE)));

  private static Portfolio.Working order(String symbol, String quantity) {
    return new Portfolio.Working(symbol, new BigDecimal(quantity), PRICE, SHARE);
  }

  private static Optional<BigDecimal> shortfall(
      List<Portfolio.Working> working, Portfolio.Working added) {
    return PORTFOLIO.shortfall(BuyingPowerPolicy.REG_T, working, added);
  }

  private static Optional<BigDecimal> executed(String quantity, String price) {
    return PORTFOLIO.shortfall(
        BuyingPowerPolicy.REG_T,
        "S",
        new Execution(new BigDecimal(quantity), new BigDecimal(price), SHARE));
  }

  @Test
  void isWorthCashAndHoldings() {
    assertEquals(new BigDecimal("1100.00"), PORTFOLIO.equity());
    assertEquals(new BigDecimal("100.00"), PORTFOLIO.grossValue());
  }

  @Test
  void workingOrdersTakeWhatTheyMayNeed() {
    assertEquals(Optional.empty(), shortfall(List.of(), order("S", "21")));
    assertEquals(Optional.of(new BigDecimal("50.00")), shortfall(List.of(), order("S", "22")));
    assertEquals(
        Optional.of(new BigDecimal("50.00")),
        shortfall(List.of(order("S", "11")), order("T", "11")));
    // Only one of both can be the worst case.
    assertEquals(Optional.empty(), shortfall(List.of(order("S", "21")), order("S", "-23")));
    assertEquals(
        Optional.of(new BigDecimal("50.00")),
        shortfall(List.of(order("S", "21")), order("S", "-24")));
  }

  @Test
  void anExecutionCountsAtItsPrice() {
    assertEquals(Optional.empty(), executed("21", "100"));
    assertEquals(Optional.of(new BigDecimal("50.00")), executed("22", "100"));
    // 1,050 of equity, 22 at 50 each
    assertEquals(Optional.empty(), executed("41", "50"));
    // What closes is always allowed, what goes beyond is not.
    assertEquals(Optional.empty(), executed("-2", "5000"));
    assertEquals(Optional.of(new BigDecimal("1500.00")), executed("-4", "5000"));
  }
}
