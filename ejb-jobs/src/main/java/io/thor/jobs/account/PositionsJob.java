package io.thor.jobs.account;

import io.thor.account.AccountPositions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Marks all positions. */
@ApplicationScoped
public class PositionsJob extends AccountJob {

  @Inject AccountPositions positions;

  @Override
  public String name() {
    return "positions";
  }

  @Override
  void price() {
    positions.remarkAll();
  }
}
