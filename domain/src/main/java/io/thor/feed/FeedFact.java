package io.thor.feed;

import java.util.Locale;

/** What is counted of a feed. */
public enum FeedFact {
  LOG_ON,
  /** Of a connection. */
  LOSS,
  TRADE,
  DUPLICATE,
  GAP,
  RESEND,
  /** Messages of a gap that never came. */
  LOST,
  /** Messages that make no trade. */
  REJECTED;

  /** The name in metrics. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
