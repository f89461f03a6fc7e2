package io.thor.jobs.cutover;

import io.thor.alert.Alerts;
import io.thor.jobs.Job;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/** Posts alerts, on every node, for each has those of its own. */
@ApplicationScoped
public class AlertJob implements Job {

  @Inject Alerts alerts;

  private final AlertPost post = new AlertPost();

  @Override
  public String name() {
    return "alerts";
  }

  @Override
  public Duration interval() {
    return Duration.ofSeconds(1);
  }

  @Override
  public void run() {
    alerts.send(post);
  }

  @Override
  public boolean onEveryNode() {
    return true;
  }
}
