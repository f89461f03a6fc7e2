package io.thor.incontainer;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CountDownLatch;

/** Begins to run and does not come back before the application stops. */
@ApplicationScoped
public class HangingJob implements EverySecond {

  static final String NAME = "test-hanging";

  private final CountDownLatch stopped = new CountDownLatch(1);

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public void run() {
    try {
      stopped.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @PreDestroy
  void stop() {
    stopped.countDown();
  }
}
