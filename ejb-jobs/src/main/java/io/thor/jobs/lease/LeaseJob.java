package io.thor.jobs.lease;

import io.thor.jobs.Job;
import io.thor.lease.Leadership;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/** Keeps the lease, or waits for it, on every node. */
@ApplicationScoped
public class LeaseJob implements Job {

  @Inject Leadership leadership;

  @Override
  public String name() {
    return "lease";
  }

  @Override
  public Duration interval() {
    return Duration.ofSeconds(1);
  }

  @Override
  public void run() {
    leadership.renew();
  }

  @Override
  public boolean onEveryNode() {
    return true;
  }
}
