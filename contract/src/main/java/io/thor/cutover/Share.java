package io.thor.cutover;

import java.math.BigDecimal;

/**
 * A part of a whole, compared without rounding.
 *
 * @param whole above zero
 */
record Share(BigDecimal part, BigDecimal whole) {

  private static final BigDecimal PERCENT = BigDecimal.valueOf(100);

  static Share of(long part, long whole) {
    return new Share(BigDecimal.valueOf(part), BigDecimal.valueOf(whole));
  }

  boolean isAtMost(BigDecimal percent) {
    return part.multiply(PERCENT).compareTo(percent.multiply(whole)) <= 0;
  }

  /** Whether it is no higher than another share and so many percentage points. */
  boolean isAtMost(Share other, BigDecimal points) {
    BigDecimal mine = part.multiply(PERCENT).multiply(other.whole);
    BigDecimal theirs =
        other.part.multiply(PERCENT).add(points.multiply(other.whole)).multiply(whole);
    return mine.compareTo(theirs) <= 0;
  }
}
