package io.thor.cutover;

import java.util.Locale;

/** How numbers are written for operators. */
final class Words {

  private Words() {}

  /** With separated thousands: {@code 1,204}. */
  static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /** {@code 1,204 more comparisons, about 14 min}; without a pace, without the time. */
  static String more(long missing, long perMinute) {
    String words = count(missing) + " more comparisons";
    if (perMinute <= 0) {
      return words;
    }
    long minutes = (missing + perMinute - 1) / perMinute;
    return words + ", about " + count(minutes) + " min";
  }
}
