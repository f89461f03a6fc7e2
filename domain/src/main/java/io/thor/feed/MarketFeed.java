package io.thor.feed;

import io.thor.config.Settings;

/** Where this installation's market data come from: key {@code thor.feed}. */
public enum MarketFeed {
  /** The recorded trades of the demonstration market. The default. */
  REPLAY,
  /** Messages without meaning at a given rate, for benchmarks. */
  SYNTHETIC;

  public static final String KEY = "thor.feed";

  public static MarketFeed of(Settings settings) {
    return settings.constant(KEY, MarketFeed.class).orElse(REPLAY);
  }
}
