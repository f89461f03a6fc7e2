package io.thor.intraday;

import java.io.InputStream;
import java.time.LocalDate;

/**
 * The recorded trades of the demonstration market: 100,000 on Bitstamp, BTC in USD, from 2013-11-25
 * to 12-01, as {@code org.ta4j:ta4j-examples:0.18} holds them (MIT licence).
 */
public final class BitstampRecording {

  public static final String SYMBOL = "BTC-USD";

  /** The first of the {@link #FULL_DAYS} that the recording covers from midnight to midnight. */
  public static final LocalDate FIRST_DAY = LocalDate.of(2013, 11, 25);

  public static final int FULL_DAYS = 6;

  private static final String RESOURCE = "/bitstamp_trades_from_20131125_usd.csv";

  private BitstampRecording() {}

  /**
   * Opens the whole recording; the caller closes it.
   *
   * <p>Errors: {@link IllegalStateException} when the artifact is not on the class path.
   */
  public static TradeCsv open() {
    InputStream csv = BitstampRecording.class.getResourceAsStream(RESOURCE);
    if (csv == null) {
      throw new IllegalStateException(
          "resource " + RESOURCE + " is missing; add org.ta4j:ta4j-examples to the class path");
    }
    return new TradeCsv(SYMBOL, csv);
  }

  /** The full days, for replay. */
  public static RecordedDays days() {
    try (TradeCsv recording = open()) {
      return RecordedDays.read(SYMBOL, recording, FIRST_DAY, FULL_DAYS);
    }
  }
}
