package io.thor.cutover;

/** What kind of client a session has. */
public enum ClientKind {
  /** Said nothing and gets everything; nobody knows what it draws. */
  PLAIN,
  /** Said {@code hello}: it follows the cutover and acknowledges what it follows. */
  FULL,
  /** A drill's own, which is in no total. */
  DRILL
}
