package io.thor.jobs.account;

import io.thor.account.AccountBalances;
import io.thor.jobs.Job;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/** Values all accounts. */
@ApplicationScoped
public class AccountBalanceJob implements Job {

  @Inject AccountBalances balances;

  @Override
  public String name() {
    return "account-balance";
  }

  @Override
  public Duration interval() {
    return Duration.ofSeconds(10);
  }

  @Override
  public void run() {
    balances.revalueAll();
  }
}
