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

/** Executions of any instrument, in any order. */
class ExecutionPropertyTest {

  /** Cash, value and PnL are each rounded by half a cent at most; ten places of average cost. */
  private static final BigDecimal ROUNDING = new BigDecimal("0.03");

  record Traded(BigDecimal quantity, BigDecimal price) {}

  @Provide
  Arbitrary<List<Traded>> trades() {
    return trade().list().ofMinSize(1).ofMaxSize(40);
  }

  @Provide
  Arbitrary<Traded> trade() {
    return Combinators.combine(
            Arbitraries.integers().between(-1_000, 1_000).filter(lots -> lots != 0),
            Arbitraries.integers().between(1, 1_000_000))
        .as((lots, cents) -> new Traded(BigDecimal.valueOf(lots), BigDecimal.valueOf(cents, 2)));
  }

  @Provide
  Arbitrary<ContractTerms> terms() {
    return Arbitraries.oneOf(
        Arbitraries.just(ContractTerms.inFull()),
        Arbitraries.of(FuturesContract.values()).map(FuturesContract::terms));
  }

  /** What is paid comes back as value: only the price's way to the next trade earns or loses. */
  @Property
  void cashAndHoldingChangeTheirWorthByPnlAlone(
      @ForAll("trades") List<Traded> trades, @ForAll("terms") ContractTerms terms) {
    Holding holding = Holding.NONE;
    BigDecimal cash = BigDecimal.ZERO;
    for (Traded trade : trades) {
      BigDecimal before = cash.add(new MarkedHolding(holding, trade.price(), terms).netValue());
      Execution.Booking booking =
          new Execution(trade.quantity(), trade.price(), terms).bookedTo(holding);
      holding = booking.holding();
      cash = cash.add(booking.cashEffect());
      BigDecimal after = cash.add(new MarkedHolding(holding, trade.price(), terms).netValue());
      assertClose(before, after, 1 + trade.quantity().abs().longValue());
    }
  }

  @Property
  void worthIsRealizedAndUnrealizedPnl(
      @ForAll("trades") List<Traded> trades, @ForAll("terms") ContractTerms terms) {
    Holding holding = Holding.NONE;
    BigDecimal cash = BigDecimal.ZERO;
    for (Traded trade : trades) {
      Execution.Booking booking =
          new Execution(trade.quantity(), trade.price(), terms).bookedTo(holding);
      holding = booking.holding();
      cash = cash.add(booking.cashEffect());
    }
    MarkedHolding marked = new MarkedHolding(holding, BigDecimal.TEN, terms);
    assertClose(
        holding.realizedPnl().add(marked.pnl()), cash.add(marked.netValue()), trades.size());
  }

  @Property
  void aFlipIsACloseAndAnOpen(
      @ForAll("trade") Traded opening,
      @ForAll("trade") Traded other,
      @ForAll("terms") ContractTerms terms) {
    BigDecimal close = opening.quantity().negate();
    BigDecimal open = other.quantity().abs().multiply(BigDecimal.valueOf(close.signum()));
    Holding held =
        new Execution(opening.quantity(), opening.price(), terms).bookedTo(Holding.NONE).holding();

    Execution.Booking flip = new Execution(close.add(open), other.price(), terms).bookedTo(held);
    Execution.Booking closed = new Execution(close, other.price(), terms).bookedTo(held);
    Execution.Booking opened = new Execution(open, other.price(), terms).bookedTo(closed.holding());

    assertTrue(closed.holding().isFlat());
    assertEquals(0, opened.holding().quantity().compareTo(flip.holding().quantity()));
    assertEquals(0, opened.holding().averageCost().compareTo(flip.holding().averageCost()));
    assertEquals(opened.holding().realizedPnl(), flip.holding().realizedPnl());
    assertEquals(flip.cashEffect(), closed.cashEffect().add(opened.cashEffect()));
  }

  private static void assertClose(BigDecimal expected, BigDecimal actual, long roundings) {
    BigDecimal allowed = ROUNDING.multiply(BigDecimal.valueOf(roundings));
    assertTrue(
        expected.subtract(actual).abs().compareTo(allowed) <= 0,
        () -> expected + " became " + actual);
  }
}
