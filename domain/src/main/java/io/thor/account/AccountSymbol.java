package io.thor.account;

import java.io.Serializable;
import java.util.Objects;

/** The key of what an account has of one instrument. */
public class AccountSymbol implements Serializable {

  private static final long serialVersionUID = 1L;

  private String accountId;
  private String symbol;

  protected AccountSymbol() {}

  AccountSymbol(String accountId, String symbol) {
    this.accountId = accountId;
    this.symbol = symbol;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof AccountSymbol that
        && accountId.equals(that.accountId)
        && symbol.equals(that.symbol);
  }

  @Override
  public int hashCode() {
    return Objects.hash(accountId, symbol);
  }
}
