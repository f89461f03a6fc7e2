package io.thor.incontainer;

import io.thor.storage.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * Keeps the world moving where the recorded market is quiet: at every turn it commits bars and
 * gives every account a cent, which the product's own job then finds.
 */
@ApplicationScoped
public class ChangingJob implements EverySecond {

  static final String NAME = "test-changing";
  static final String SYMBOL = "LIVE-1";

  private static final int BARS_PER_TURN = 10;

  @Inject Database database;
  @Inject MarkedBars bars;

  private boolean listed;

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public void run() {
    if (!listed) {
      bars.list(SYMBOL);
      listed = true;
    }
    for (int i = 0; i < BARS_PER_TURN; i++) {
      bars.commit(SYMBOL, 1);
    }
    database.inNewTransaction(
        () ->
            database
                .entityManager()
                .createNativeQuery("update account set cash = cash + 0.01")
                .executeUpdate());
  }
}
