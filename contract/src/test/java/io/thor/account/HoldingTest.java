package io.thor.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

/** Figures by hand; each step names its own. */
class HoldingTest {

  private static final BigDecimal ONE = BigDecimal.ONE;
  private static final BigDecimal E_MINI = new BigDecimal("50");

  private static Holding fill(
      Holding before, String quantity, String price, BigDecimal multiplier) {
    return before.after(new BigDecimal(quantity), new BigDecimal(price), multiplier);
  }

  private static void assertHolding(
      String quantity, String averageCost, String realized, Holding holding) {
    assertEquals(0, new BigDecimal(quantity).compareTo(holding.quantity()), holding::toString);
    assertEquals(
        0, new BigDecimal(averageCost).compareTo(holding.averageCost()), holding::toString);
    assertEquals(0, new BigDecimal(realized).compareTo(holding.realizedPnl()), holding::toString);
  }

  @Test
  void buysAverageIn() {
    Holding first = fill(Holding.NONE, "100", "10", ONE);
    assertHolding("100", "10", "0", first);

    // (100 * 10 + 50 * 13) / 150 = 1650 / 150
    assertHolding("150", "11", "0", fill(first, "50", "13", ONE));
  }

  @Test
  void theAverageIsRoundedHalfUpToTenPlaces() {
    Holding holding = fill(fill(Holding.NONE, "1", "10", ONE), "2", "10.01", ONE);

    // 30.02 / 3
    assertHolding("3", "10.0066666667", "0", holding);
  }

  @Test
  void aPartialCloseRealizesAndKeepsTheAverage() {
    Holding holding = fill(fill(Holding.NONE, "150", "11", ONE), "-60", "12.5", ONE);

    // 60 * (12.5 - 11)
    assertHolding("90", "11", "90.00", holding);
  }

  @Test
  void whatGoesThroughZeroStartsAnewAtTheFillsPrice() {
    Holding holding = fill(fill(Holding.NONE, "90", "11", ONE), "-120", "9", ONE);

    // 90 * (9 - 11), and 30 short
    assertHolding("-30", "9", "-180.00", holding);
  }

  @Test
  void aShortEarnsWhenItIsBoughtBackLower() {
    Holding sold = fill(fill(Holding.NONE, "-20", "30", ONE), "-10", "33", ONE);
    assertHolding("-30", "31", "0", sold);

    Holding flat = fill(sold, "30", "28.5", ONE);
    assertHolding("0", "0", "75.00", flat);
    assertTrue(flat.isFlat());
    assertFalse(sold.isFlat());
  }

  @Test
  void aContractCountsItsMultiplier() {
    Holding holding = fill(fill(Holding.NONE, "-2", "6850.25", E_MINI), "1", "6840", E_MINI);

    // 1 * 10.25 * 50
    assertHolding("-1", "6850.25", "512.50", holding);
  }

  @Test
  void aGainIsRoundedToCentsOncePerFill() {
    Holding bought = fill(Holding.NONE, "3", "10.0000", ONE);

    Holding once = fill(bought, "-1", "10.005", ONE);
    assertHolding("2", "10", "0.01", once);
    assertHolding("1", "10", "0.02", fill(once, "-1", "10.005", ONE));
    assertHolding("1", "10", "0.01", fill(bought, "-2", "10.005", ONE));
  }

  @Test
  void reopeningKeepsWhatWasRealized() {
    Holding flat = fill(fill(Holding.NONE, "1", "10", ONE), "-1", "12", ONE);

    assertHolding("5", "20", "2.00", fill(flat, "5", "20", ONE));
  }

  @Test
  void isComplete() {
    BigDecimal zero = BigDecimal.ZERO;
    assertThrows(NullPointerException.class, () -> new Holding(null, zero, zero));
    assertThrows(NullPointerException.class, () -> new Holding(zero, null, zero));
    assertThrows(NullPointerException.class, () -> new Holding(zero, zero, null));
  }
}
