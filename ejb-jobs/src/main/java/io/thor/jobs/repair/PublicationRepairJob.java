package io.thor.jobs.repair;

import io.thor.channel.PublicationRepair;
import io.thor.jobs.Job;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/** Publishes what was committed and not published, on every node for what it committed. */
@ApplicationScoped
public class PublicationRepairJob implements Job {

  @Inject PublicationRepair repair;

  @Override
  public String name() {
    return "publication-repair";
  }

  @Override
  public Duration interval() {
    return Duration.ofSeconds(1);
  }

  @Override
  public void run() {
    repair.run();
  }

  @Override
  public boolean onEveryNode() {
    return true;
  }
}
