package io.thor.jobs.account;

import io.thor.account.AccountBalances;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Values all accounts. */
@ApplicationScoped
public class AccountBalanceJob extends AccountJob {

  @Inject AccountBalances balances;

  @Override
  public String name() {
    return "account-balance";
  }

  @Override
  void price() {
    balances.revalueAll();
  }
}
