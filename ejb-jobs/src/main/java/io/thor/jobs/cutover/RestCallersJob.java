package io.thor.jobs.cutover;

import io.thor.cutover.RestCallers;
import io.thor.jobs.Job;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/** Stores who still calls the old path, on every node, for each counts its own callers. */
@ApplicationScoped
public class RestCallersJob implements Job {

  @Inject RestCallers callers;

  @Override
  public String name() {
    return "rest-callers";
  }

  @Override
  public Duration interval() {
    return Duration.ofMinutes(1);
  }

  @Override
  public void run() {
    callers.store();
  }

  @Override
  public boolean onEveryNode() {
    return true;
  }
}
