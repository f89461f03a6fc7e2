package io.thor.incontainer;

import io.thor.jobs.Job;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Fails at every turn. */
@ApplicationScoped
public class ThrowingJob implements Job {

  static final String NAME = "test-throwing";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Duration interval() {
    return Duration.ofSeconds(1);
  }

  @Override
  public void run() {
    throw new IllegalStateException("this job fails at every turn");
  }
}
