package io.thor.incontainer;

import jakarta.enterprise.context.ApplicationScoped;

/** Fails at every turn. */
@ApplicationScoped
public class ThrowingJob implements EverySecond {

  static final String NAME = "test-throwing";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public void run() {
    throw new IllegalStateException("this job fails at every turn");
  }
}
