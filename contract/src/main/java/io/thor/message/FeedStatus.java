package io.thor.message;

/** How far a feed can be trusted now, and the more it needs somebody, the later it stands here. */
public enum FeedStatus {
  /** It has delivered all that it ever had, as a replayed file does. */
  ENDED,
  LIVE,
  /** It has said nothing for longer than it may. */
  STALE,
  /** It is not connected. */
  DOWN
}
