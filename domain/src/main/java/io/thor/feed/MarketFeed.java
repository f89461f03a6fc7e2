package io.thor.feed;

import io.thor.config.Settings;

/** Where this installation's market data come from: key {@code thor.feed}, several with commas. */
public enum MarketFeed {
  /** Recorded trades: a file, or those of the demonstration market. The default. */
  REPLAY,
  /** What a venue or a gateway pushes over TCP. */
  TCP,
  /** Messages without meaning at a given rate, for benchmarks. */
  SYNTHETIC;

  public static final String KEY = "thor.feed";

  /** Whether this feed is chosen. */
  public boolean isChosen(Settings settings) {
    return settings.constants(KEY, MarketFeed.class, REPLAY).contains(this);
  }
}
