package io.thor.message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.util.function.UnaryOperator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecimalsTest {

  @ParameterizedTest
  @CsvSource({"100000, 100000.00", "1E+5, 100000.00", "0, 0.00", "-0.5, -0.50", "1.2300, 1.23"})
  void moneyHasTwoPlaces(String given, String written) {
    assertWritten(written, Decimals::money, given);
  }

  @ParameterizedTest
  @CsvSource({
    "807, 807.00",
    "8E+2, 800.00",
    "0.1, 0.10",
    "0.123450, 0.12345",
    "1E-8, 0.00000001",
    "0.000, 0.00"
  })
  void aPriceHasAtLeastTwoPlacesAndNoTrailingZeros(String given, String written) {
    assertWritten(written, Decimals::price, given);
  }

  @ParameterizedTest
  @CsvSource({
    "3.000, 3",
    "2.856644460, 2.85664446",
    "5E+2, 500",
    "500, 500",
    "1E-8, 0.00000001",
    "0.00, 0",
    "-2.50, -2.5"
  })
  void aQuantityHasNoTrailingZerosAndNoExponent(String given, String written) {
    assertWritten(written, Decimals::quantity, given);
  }

  @ParameterizedTest
  @CsvSource({"1, 1.0000000000", "0.00000000010, 0.0000000001"})
  void aVwapHasTenPlaces(String given, String written) {
    assertWritten(written, Decimals::vwap, given);
  }

  @ParameterizedTest
  @CsvSource({"12.5, 12.5000", "-0.01000, -0.0100"})
  void aPercentageHasFourPlaces(String given, String written) {
    assertWritten(written, Decimals::percent, given);
  }

  @ParameterizedTest
  @CsvSource({"0.001", "-1.005"})
  void moneyIsNeverRounded(BigDecimal tooFine) {
    assertThrows(ArithmeticException.class, () -> Decimals.money(tooFine));
  }

  @ParameterizedTest
  @CsvSource({"0.00000000001"})
  void aVwapIsNeverRounded(BigDecimal tooFine) {
    assertThrows(ArithmeticException.class, () -> Decimals.vwap(tooFine));
    assertThrows(ArithmeticException.class, () -> Decimals.percent(tooFine));
  }

  /** What came back from a database column, with its scale, is written like what never went. */
  @Property
  void equalValuesHaveOneForm(
      @ForAll @BigRange(min = "-1000000", max = "1000000") @Scale(10) BigDecimal value) {
    assertOneForm(value, Decimals::price);
    assertOneForm(value, Decimals::quantity);
    assertOneForm(value, Decimals::vwap);
  }

  private static void assertOneForm(BigDecimal value, UnaryOperator<BigDecimal> form) {
    BigDecimal canonical = form.apply(value);
    assertEquals(0, canonical.compareTo(value));
    assertEquals(canonical, form.apply(canonical));
    assertEquals(canonical, form.apply(value.setScale(18)));
    assertEquals(canonical, form.apply(value.stripTrailingZeros()));
  }

  private static void assertWritten(String written, UnaryOperator<BigDecimal> form, String given) {
    BigDecimal canonical = form.apply(new BigDecimal(given));
    assertEquals(written, canonical.toPlainString());
    assertEquals(canonical, form.apply(canonical));
  }
}
