package io.thor.cutover;

import java.util.Set;
import java.util.TreeSet;

/** Who renders from WebSocket while a feature is in its canary. */
public sealed interface Canary {

  /** Nobody: outside {@link Stage#CANARY}, or held there by a cap. */
  Canary NOBODY = new Nobody();

  /** Whether an account is in it. */
  boolean holds(Bucketing bucketing, String feature, String accountId);

  /** Whether everybody of the other one is in this one, whichever accounts there are. */
  boolean covers(Canary other);

  /** How it is written behind the stage; empty for nobody. */
  String label();

  /** No account. */
  record Nobody() implements Canary {
    @Override
    public boolean holds(Bucketing bucketing, String feature, String accountId) {
      return false;
    }

    @Override
    public boolean covers(Canary other) {
      return other instanceof Nobody;
    }

    @Override
    public String label() {
      return "";
    }
  }

  /**
   * A share of the accounts.
   *
   * @param percent from 1 to 100
   */
  record Percent(int percent) implements Canary {
    public Percent {
      if (percent < 1 || percent > 100) {
        throw new IllegalArgumentException("percent is " + percent + "; give 1 to 100");
      }
    }

    @Override
    public boolean holds(Bucketing bucketing, String feature, String accountId) {
      return bucketing.holds(feature, accountId, percent);
    }

    @Override
    public boolean covers(Canary other) {
      return other instanceof Nobody || other instanceof Percent less && less.percent <= percent;
    }

    @Override
    public String label() {
      return percent + " %";
    }
  }

  /** Named accounts, where a percentage would be too few of them. */
  record Accounts(Set<String> accountIds) implements Canary {
    public Accounts {
      accountIds = Set.copyOf(accountIds);
      if (accountIds.isEmpty() || accountIds.stream().anyMatch(String::isBlank)) {
        throw new IllegalArgumentException(
            "accounts is " + accountIds + "; name at least one account, and none that is blank");
      }
    }

    @Override
    public boolean holds(Bucketing bucketing, String feature, String accountId) {
      return accountIds.contains(accountId);
    }

    @Override
    public boolean covers(Canary other) {
      return other instanceof Nobody
          || other instanceof Accounts fewer && accountIds.containsAll(fewer.accountIds);
    }

    @Override
    public String label() {
      return new TreeSet<>(accountIds).toString();
    }
  }
}
