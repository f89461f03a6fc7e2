package io.thor.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Cash, contracts and shortfalls by hand. */
class ExecutionTest {

  private static final BigDecimal TWO = new BigDecimal("2");

  private static Execution.Booking book(
      Holding before, String quantity, String price, ContractTerms terms) {
    return new Execution(new BigDecimal(quantity), new BigDecimal(price), terms).bookedTo(before);
  }

  @Test
  void sharesArePaidInFull() {
    Execution.Booking bought = book(Holding.NONE, "3", "10.005", ContractTerms.inFull());
    assertEquals(new BigDecimal("-30.02"), bought.cashEffect());

    Execution.Booking sold = book(bought.holding(), "-3", "11", ContractTerms.inFull());
    assertEquals(new BigDecimal("33.00"), sold.cashEffect());
  }

  @ParameterizedTest(name = "{0} gains {1} on a point and a half")
  @CsvSource({
    "ES, 75.00", "NQ, 30.00", "YM, 7.50", "CL, 1500.00", "GC, 150.00",
    "MES, 7.50", "MNQ, 3.00", "MYM, 0.75", "MCL, 150.00", "MGC, 15.00"
  })
  void futuresMoveTheirGainAlone(String root, BigDecimal gain) {
    ContractTerms terms = FuturesContract.of(root).orElseThrow().terms();
    Execution.Booking bought = book(Holding.NONE, "1", "80", terms);
    assertEquals(0, bought.cashEffect().signum());
    assertEquals(gain, book(bought.holding(), "-1", "81.5", terms).cashEffect());
  }

  @Test
  void thereAreNoOtherContracts() {
    assertTrue(FuturesContract.of("es").isEmpty());
    assertThrows(
        IllegalArgumentException.class,
        () -> new ContractTerms(BigDecimal.ZERO, Settlement.IN_FULL));
    assertThrows(
        IllegalArgumentException.class,
        () -> new Execution(BigDecimal.ZERO, BigDecimal.ONE, ContractTerms.inFull()));
  }

  @ParameterizedTest(name = "{0}: equity {1} from {2} to {3} lacks {4}")
  @CsvSource({
    "REG_T, 1000, 0, 2000, ",
    "REG_T, 1000, 0, 2000.01, 0.01",
    // holds too much already, and may hold less
    "REG_T, 100, 2000, 1999, ",
    "REG_T, 100, 2000, 2001, 900.50",
    "CASH, 1000, 0, 1000, ",
    "CASH, 1000, 0, 1000.01, 0.01"
  })
  void namesWhatIsLacking(
      BuyingPowerPolicy policy,
      BigDecimal equity,
      BigDecimal before,
      BigDecimal after,
      BigDecimal lacking) {
    assertEquals(Optional.ofNullable(lacking), policy.shortfall(equity, before, after));
  }

  @Test
  void theWorstOfWorkingOrdersCounts() {
    Exposure held =
        new Exposure(TWO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.TEN, BigDecimal.ONE);
    assertEquals(new BigDecimal("20.00"), held.grossValue());

    Exposure closing = held.with(new BigDecimal("-4"), BigDecimal.ONE);
    assertEquals(new BigDecimal("20.00"), closing.grossValue());
    assertEquals(new BigDecimal("30.00"), closing.with(BigDecimal.ONE, TWO).grossValue());
    assertEquals(
        new BigDecimal("55.00"),
        closing.with(new BigDecimal("3"), new BigDecimal("11")).grossValue());
  }

  @Test
  void eachPolicyHasItsDate() {
    assertEquals("2001-09-28", BuyingPowerPolicy.REG_T.since().toString());
    assertEquals("1998-04-01", BuyingPowerPolicy.CASH.since().toString());
  }
}
