package io.thor.message;

/** How far a feed can be trusted now. */
public enum FeedStatus {
  LIVE,
  /** It has said nothing for longer than it may. */
  STALE,
  /** It is not connected. */
  DOWN
}
