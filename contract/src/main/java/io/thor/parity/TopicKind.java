package io.thor.parity;

/** How a topic's positions follow each other. */
public enum TopicKind {
  /** Full states; some may be skipped. */
  STATE,
  /** Entries without a gap. */
  LOG
}
