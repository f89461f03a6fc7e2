package io.thor.intraday;

import java.math.BigDecimal;
import java.util.List;

/**
 * Many decimals in eight bytes each: unscaled values under the greatest of their scales.
 *
 * <p>Errors: {@link ArithmeticException} at construction when a value has over 18 digits then.
 */
final class DecimalColumn {

  private final long[] unscaled;
  private final int scale;

  DecimalColumn(List<BigDecimal> values) {
    scale = values.stream().mapToInt(BigDecimal::scale).max().orElse(0);
    unscaled =
        values.stream()
            .mapToLong(value -> value.setScale(scale).unscaledValue().longValueExact())
            .toArray();
  }

  BigDecimal get(int index) {
    return BigDecimal.valueOf(unscaled[index], scale);
  }
}
