package io.thor.jobs.identity;

import io.thor.identity.SecurityEvents;
import io.thor.jobs.Job;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.time.Duration;

/** Deletes security events that are old enough. */
@ApplicationScoped
public class SecurityEventsJob implements Job {

  private static final System.Logger LOG = System.getLogger(SecurityEventsJob.class.getName());

  @Inject SecurityEvents events;

  @Override
  public String name() {
    return "security-events";
  }

  @Override
  public Duration interval() {
    return Duration.ofHours(1);
  }

  @Override
  public void run() {
    int deleted = events.deleteOld();
    if (deleted > 0) {
      LOG.log(Level.INFO, "{0} old security events are deleted", deleted);
    }
  }
}
