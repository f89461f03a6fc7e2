package io.thor.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Buys and sales in any order. */
class HoldingPropertyTest {

  /** Half a cent for each rounding, and what ten places of the average leave. */
  private static final BigDecimal ROUNDING = new BigDecimal("0.0052");

  record Fill(BigDecimal quantity, BigDecimal price) {}

  @Provide
  Arbitrary<List<Fill>> fills() {
    return fillsOf(-1_000_000, 1_000_000);
  }

  @Provide
  Arbitrary<List<Fill>> buys() {
    return fillsOf(1, 1_000_000);
  }

  private static Arbitrary<List<Fill>> fillsOf(int least, int most) {
    return Combinators.combine(
            Arbitraries.integers().between(least, most).filter(thousandths -> thousandths != 0),
            Arbitraries.integers().between(1, 100_000))
        .as(
            (thousandths, cents) ->
                new Fill(BigDecimal.valueOf(thousandths, 3), BigDecimal.valueOf(cents, 2)))
        .list()
        .ofMinSize(1)
        .ofMaxSize(40);
  }

  @Provide
  Arbitrary<BigDecimal> multipliers() {
    return Arbitraries.of("1", "50", "0.1").map(BigDecimal::new);
  }

  @Provide
  Arbitrary<BigDecimal> marks() {
    return Arbitraries.integers().between(1, 100_000).map(cents -> BigDecimal.valueOf(cents, 2));
  }

  /** What came in, less what went out, plus what is held, is the PnL: whatever the average. */
  @Property
  void realizedPlusUnrealizedIsTheCashFlow(
      @ForAll("fills") List<Fill> fills,
      @ForAll("marks") BigDecimal mark,
      @ForAll("multipliers") BigDecimal multiplier) {
    Holding holding = Holding.NONE;
    BigDecimal cash = BigDecimal.ZERO;
    for (Fill fill : fills) {
      holding = holding.after(fill.quantity(), fill.price(), multiplier);
      cash = cash.subtract(fill.quantity().multiply(fill.price()).multiply(multiplier));
    }
    BigDecimal worth = cash.add(holding.quantity().multiply(mark).multiply(multiplier));
    BigDecimal pnl =
        holding
            .realizedPnl()
            .add(
                new MarkedHolding(holding, mark, new ContractTerms(multiplier, Settlement.IN_FULL))
                    .pnl());

    BigDecimal allowed = ROUNDING.multiply(BigDecimal.valueOf(fills.size() + 1L));
    assertTrue(
        pnl.subtract(worth).abs().compareTo(allowed) <= 0,
        () -> "pnl " + pnl + " but the cash flow says " + worth);
  }

  @Property
  void theQuantityIsTheSumOfTheFills(@ForAll("fills") List<Fill> fills) {
    Holding holding = after(fills);
    BigDecimal sum = fills.stream().map(Fill::quantity).reduce(BigDecimal.ZERO, BigDecimal::add);

    assertEquals(0, sum.compareTo(holding.quantity()));
    assertEquals(holding.isFlat(), holding.averageCost().signum() == 0);
  }

  @Property
  void buysAloneRealizeNothingAndAverageBetweenTheirPrices(@ForAll("buys") List<Fill> buys) {
    Holding holding = after(buys);
    List<BigDecimal> prices = buys.stream().map(Fill::price).sorted().toList();

    assertEquals(0, holding.realizedPnl().signum());
    assertTrue(holding.averageCost().compareTo(prices.get(0)) >= 0);
    assertTrue(holding.averageCost().compareTo(prices.get(prices.size() - 1)) <= 0);
  }

  /** A short is a long in the mirror. */
  @Property
  void aShortHasTheAverageOfTheSameLong(@ForAll("fills") List<Fill> fills) {
    List<Fill> mirrored =
        fills.stream().map(fill -> new Fill(fill.quantity().negate(), fill.price())).toList();

    Holding holding = after(fills);
    Holding mirror = after(mirrored);
    assertEquals(0, holding.averageCost().compareTo(mirror.averageCost()));
    assertEquals(0, holding.quantity().compareTo(mirror.quantity().negate()));
    assertEquals(0, holding.realizedPnl().compareTo(mirror.realizedPnl().negate()));
  }

  private static Holding after(List<Fill> fills) {
    Holding holding = Holding.NONE;
    for (Fill fill : fills) {
      holding = holding.after(fill.quantity(), fill.price(), BigDecimal.ONE);
    }
    return holding;
  }
}
