package io.thor.jobs.intraday;

import io.thor.intraday.BarRetention;
import io.thor.jobs.Job;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/** Deletes old bars, once an hour. */
@ApplicationScoped
public class BarRetentionJob implements Job {

  @Inject BarRetention retention;

  @Override
  public String name() {
    return "bar-retention";
  }

  @Override
  public Duration interval() {
    return Duration.ofHours(1);
  }

  @Override
  public void run() {
    retention.prune();
  }
}
