package io.thor.account;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Figures by hand. */
class ValuationTest {

  private static MarkedHolding marked(
      String quantity, String averageCost, String mark, String multiplier) {
    Holding holding =
        new Holding(new BigDecimal(quantity), new BigDecimal(averageCost), BigDecimal.ZERO);
    return new MarkedHolding(
        holding,
        new BigDecimal(mark),
        new ContractTerms(new BigDecimal(multiplier), Settlement.IN_FULL));
  }

  @ParameterizedTest(name = "{0} at {1} marked {2} times {3}")
  @CsvSource({
    // quantity, average cost, mark, multiplier, market value, pnl, percent
    "100, 50, 55, 1, 5500.00, 500.00, 10.0000",
    "-20, 30, 33, 1, -660.00, -60.00, -10.0000",
    "-2, 6850.25, 6840, 50, -684000.00, 1025.00, 0.1496",
    "0.00000001, 2999.12, 3000, 1, 0.00, 0.00, 0.0293",
    "3, 10.0066666667, 10, 1, 30.00, -0.02, -0.0666",
    "1, 10, 10.005, 1, 10.01, 0.01, 0.0500",
    "0, 0, 33, 1, 0.00, 0.00, 0.0000",
    "5, 0, 33, 1, 165.00, 165.00, 0.0000"
  })
  void marksAHolding(
      String quantity,
      String averageCost,
      String mark,
      String multiplier,
      BigDecimal marketValue,
      BigDecimal pnl,
      BigDecimal percent) {
    MarkedHolding marked = marked(quantity, averageCost, mark, multiplier);

    assertEquals(marketValue, marked.marketValue());
    assertEquals(pnl, marked.pnl());
    assertEquals(percent, marked.pnlPercent());
  }

  @ParameterizedTest(name = "equity {0} with {1} at risk")
  @CsvSource({
    // 2 * (25000 - 20000), 4 * (25000 - 10000)
    "25000, 40000, 10000.00, 60000.00",
    // all in cash: twice and four times
    "30000.01, 0, 60000.02, 120000.04",
    // under the initial, above the maintenance margin
    "15000, 40000, 0.00, 20000.00",
    // under both
    "9999.99, 40000, 0.00, 0.00",
    "-1, 0, 0.00, 0.00",
    // 2 * (1 - 0.005), 4 * (1 - 0.0025)
    "1, 0.01, 1.99, 3.99"
  })
  void buyingPowerFollowsRegulationT(
      BigDecimal equity, BigDecimal gross, BigDecimal overnight, BigDecimal dayTrading) {
    assertEquals(overnight, BuyingPowerPolicy.REG_T.buyingPower(equity, gross));
    assertEquals(dayTrading, BuyingPowerPolicy.REG_T.dayTradingBuyingPower(equity, gross));
  }

  @Test
  void valuesCashLongAndShort() {
    Valuation valuation =
        Valuation.of(
            new BigDecimal("10000.00"),
            List.of(marked("100", "48", "50", "1"), marked("-20", "31", "30", "1")),
            BuyingPowerPolicy.REG_T);

    // 10000 + 5000 - 600; at risk 5600
    assertEquals(
        new Valuation(
            new BigDecimal("10000.00"),
            new BigDecimal("14400.00"),
            new BigDecimal("14400.00"),
            new BigDecimal("23200.00"),
            new BigDecimal("52000.00")),
        valuation);
  }

  @Test
  void cashAloneIsItsOwnValue() {
    Valuation valuation =
        Valuation.of(new BigDecimal("100.00"), List.of(), BuyingPowerPolicy.REG_T);

    assertEquals(new BigDecimal("100.00"), valuation.equity());
    assertEquals(new BigDecimal("200.00"), valuation.buyingPower());
    assertEquals(new BigDecimal("400.00"), valuation.dayTradingBuyingPower());
  }

  @Test
  void futuresAddTheirUnrealizedPnlAndWeighTheirNotionalValue() {
    Holding holding = new Holding(new BigDecimal("2"), new BigDecimal("5000"), BigDecimal.ZERO);
    MarkedHolding future =
        new MarkedHolding(holding, new BigDecimal("5010.25"), FuturesContract.MES.terms());

    Valuation valuation =
        Valuation.of(new BigDecimal("50000.00"), List.of(future), BuyingPowerPolicy.REG_T);

    // 50000 + 2 * 10.25 * 5; 2 * (50102.50 - 50102.50 / 2)
    assertEquals(new BigDecimal("50102.50"), valuation.portfolioValue());
    assertEquals(new BigDecimal("50102.50"), valuation.buyingPower());
  }
}
