package io.thor.cutover;

import java.util.Set;
import java.util.TreeSet;

/** How a canary is written in a column: {@code 5 %}, or account after account by commas. */
final class StoredCanary {

  private static final String PERCENT = " %";

  private StoredCanary() {}

  static String write(Canary canary) {
    return canary instanceof Canary.Accounts named
        ? String.join(",", new TreeSet<>(named.accountIds()))
        : canary.label();
  }

  static Canary read(String written) {
    if (written.isEmpty()) {
      return Canary.NOBODY;
    }
    return written.endsWith(PERCENT)
        ? new Canary.Percent(
            Integer.parseInt(written.substring(0, written.length() - PERCENT.length())))
        : new Canary.Accounts(Set.of(written.split(",")));
  }
}
