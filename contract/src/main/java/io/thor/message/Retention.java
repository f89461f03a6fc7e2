package io.thor.message;

/** What may be left out when a reader is slower than the writer. */
public enum Retention {
  /** A state topic: each message replaces all earlier ones, so only the latest must arrive. */
  LATEST,
  /** A log topic: positions are contiguous and every message must arrive. */
  LOG
}
