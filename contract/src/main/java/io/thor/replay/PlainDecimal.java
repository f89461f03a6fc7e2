package io.thor.replay;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads decimals exactly: no digit is rounded, and no exponent makes a number longer than 30 digits
 * on either side of the point.
 */
final class PlainDecimal {

  private static final Pattern FORM =
      Pattern.compile("[+-]?(\\d{1,30}(\\.\\d{0,30})?|\\.\\d{1,30})([eE][+-]?\\d{1,2})?");
  private static final int MOST_DIGITS = 30;
  private static final int SHORT = 18;
  private static final int NONE = -1;

  private PlainDecimal() {}

  /** The number; empty where the text is none. */
  static Optional<BigDecimal> parse(String text) {
    int point = text.indexOf('.');
    long digits = text.length() <= SHORT ? digits(text, point) : NONE;
    if (digits != NONE) {
      return Optional.of(BigDecimal.valueOf(digits, point < 0 ? 0 : text.length() - 1 - point));
    }
    return FORM.matcher(text).matches() ? parseLong(text) : Optional.empty();
  }

  /** Reads a whole number without sign of at most 18 digits; below zero where it is none. */
  static long wholeNumber(String text) {
    return text.length() <= SHORT ? digits(text, NONE) : NONE;
  }

  /** The digits on both sides of a point that most numbers have; below zero for anything else. */
  private static long digits(String text, int point) {
    if (text.isEmpty() || point == 0) {
      return NONE;
    }
    long digits = 0;
    for (int i = 0; i < text.length(); i++) {
      int digit = text.charAt(i) - '0';
      if (i != point) {
        if (digit < 0 || digit > 9) {
          return NONE;
        }
        digits = digits * 10 + digit;
      }
    }
    return digits;
  }

  private static Optional<BigDecimal> parseLong(String text) {
    BigDecimal number = new BigDecimal(text);
    boolean fits =
        number.scale() <= MOST_DIGITS && number.precision() - number.scale() <= MOST_DIGITS;
    return fits ? Optional.of(number.scale() < 0 ? number.setScale(0) : number) : Optional.empty();
  }
}
