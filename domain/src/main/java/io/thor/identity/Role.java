package io.thor.identity;

import java.util.Locale;

/** What a user may do. */
public enum Role {
  /** Sees and trades the accounts that are theirs. */
  TRADER,
  /** Steers the cutover. */
  OPERATOR;

  /** The name on the wire and in the servlet container. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Role of(String label) {
    return valueOf(label.toUpperCase(Locale.ROOT));
  }
}
