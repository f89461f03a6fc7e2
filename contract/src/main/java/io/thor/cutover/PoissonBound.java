package io.thor.cutover;

import java.math.BigDecimal;

/**
 * How many comparisons prove that faults are rare. With {@code k} faults seen, the upper bound on
 * their mean is the {@code m} at which {@code k} or fewer have only the probability that is left to
 * chance: {@code sum(i = 0..k) of exp(-m) m^i / i! = 1 - confidence}.
 *
 * @param confidence for example 0.95
 * @param highestRate the rate of faults that must be excluded, for example 0.001
 */
public record PoissonBound(BigDecimal confidence, BigDecimal highestRate) {

  private static final int HALVINGS = 200;

  public PoissonBound {
    if (confidence.signum() <= 0 || confidence.compareTo(BigDecimal.ONE) >= 0) {
      throw new IllegalArgumentException(
          "confidence is " + confidence + "; give one above 0 and below 1, such as 0.95");
    }
    if (highestRate.signum() <= 0) {
      throw new IllegalArgumentException(
          "highestRate is " + highestRate + "; give one above 0, such as 0.001");
    }
  }

  /** The fewest comparisons that exclude the rate, when this many faults were seen. */
  public long comparisonsNeeded(long faults) {
    return (long) Math.ceil(upperMean(faults) / highestRate.doubleValue());
  }

  private double upperMean(long faults) {
    double chance = BigDecimal.ONE.subtract(confidence).doubleValue();
    double low = 0;
    double high = 1;
    while (atMost(faults, high) > chance) {
      high *= 2;
    }
    for (int i = 0; i < HALVINGS; i++) {
      double middle = (low + high) / 2;
      if (atMost(faults, middle) > chance) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return high;
  }

  /** The probability of this many faults or fewer; logarithms keep many faults from underflow. */
  private static double atMost(long faults, double mean) {
    double logTerm = -mean;
    double sum = Math.exp(logTerm);
    for (long i = 1; i <= faults; i++) {
      logTerm += Math.log(mean / i);
      sum += Math.exp(logTerm);
    }
    return sum;
  }
}
