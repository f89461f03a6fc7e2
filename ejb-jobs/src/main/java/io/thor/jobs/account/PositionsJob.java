package io.thor.jobs.account;

import io.thor.account.AccountPositions;
import io.thor.jobs.Job;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/** Marks all positions. */
@ApplicationScoped
public class PositionsJob implements Job {

  @Inject AccountPositions positions;

  @Override
  public String name() {
    return "positions";
  }

  @Override
  public Duration interval() {
    return Duration.ofSeconds(10);
  }

  @Override
  public void run() {
    positions.remarkAll();
  }
}
