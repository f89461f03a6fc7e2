package io.thor.bench.fanout;

import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Figures in the units of the table. */
final class Figures {

  private Figures() {}

  /** A quotient with so many places; zero where the divisor is. */
  static BigDecimal quotient(long dividend, long divisor, int places) {
    return divisor == 0
        ? BigDecimal.ZERO
        : BigDecimal.valueOf(dividend)
            .divide(BigDecimal.valueOf(divisor), places, RoundingMode.HALF_UP);
  }

  static BigDecimal millis(long micros) {
    return quotient(micros, 1000, 2);
  }

  static BigDecimal mebibytes(long kibibytes) {
    return quotient(kibibytes, 1024, 0);
  }

  static BigDecimal machineLoad() {
    return BigDecimal.valueOf(ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage())
        .setScale(1, RoundingMode.HALF_UP);
  }
}
