package io.thor.cutover;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PoissonBoundTest {

  @ParameterizedTest(name = "{0} and {1}: {3} with {2}")
  @CsvSource({
    "0.95, 0.001, 0, 2996",
    "0.95, 0.001, 1, 4744",
    "0.95, 0.001, 2, 6296",
    "0.95, 0.01, 0, 300",
    "0.99, 0.001, 0, 4606",
    "0.99, 0.001, 1, 6639",
    "0.95, 0.001, 100, 118080"
  })
  void asksForAsMuchAsTheTablesOfThePoissonDistribution(
      BigDecimal confidence, BigDecimal rate, long faults, long needed) {
    assertEquals(needed, new PoissonBound(confidence, rate).comparisonsNeeded(faults));
  }

  @Property(tries = 200)
  void everyFaultAsksForMore(@ForAll @IntRange(max = 2_000) int faults) {
    PoissonBound bound = GateRules.DEFAULTS.mismatches();

    assertTrue(bound.comparisonsNeeded(faults) < bound.comparisonsNeeded(faults + 1L));
    assertTrue(bound.comparisonsNeeded(faults) > faults * 1000L);
  }

  @Test
  void refusesWhatIsNoProbability() {
    BigDecimal rate = new BigDecimal("0.001");

    assertEquals(
        "confidence is 95; give one above 0 and below 1, such as 0.95",
        assertThrows(
                IllegalArgumentException.class, () -> new PoissonBound(new BigDecimal("95"), rate))
            .getMessage());
    assertThrows(
        IllegalArgumentException.class,
        () -> new PoissonBound(new BigDecimal("0.95"), BigDecimal.ZERO));
  }
}
