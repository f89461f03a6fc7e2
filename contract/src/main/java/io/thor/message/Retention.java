package io.thor.message;

/** What may be left out when a reader is slower than the writer. */
public enum Retention {
  /** A state: each message replaces all earlier ones, so only the latest must arrive. */
  LATEST,
  /** An entry: every message must arrive, and on a topic the positions are contiguous. */
  LOG
}
