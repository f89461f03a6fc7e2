package io.thor.jobs.cutover;

import io.thor.cutover.Cutover;
import io.thor.jobs.Job;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/** Reads the stages, on every node. */
@ApplicationScoped
public class CutoverRefreshJob implements Job {

  @Inject Cutover cutover;

  @Override
  public String name() {
    return "cutover-refresh";
  }

  @Override
  public Duration interval() {
    return Duration.ofSeconds(1);
  }

  @Override
  public void run() {
    cutover.refresh();
  }

  @Override
  public boolean onEveryNode() {
    return true;
  }
}
