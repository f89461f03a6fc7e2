package io.thor.jobs.account;

import io.thor.account.AccountBalances;
import io.thor.jobs.Job;
import io.thor.jobs.intraday.FeedsTakenOver;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;

/** Values all accounts, for the first time as soon as there are prices. */
@ApplicationScoped
public class AccountBalanceJob implements Job {

  @Inject AccountBalances balances;
  @Inject FirstPrices prices;

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
    if (prices.areKnown()) {
      balances.revalueAll();
    }
  }

  void feedsAreTakenOver(@Observes FeedsTakenOver event) {
    run();
  }
}
