package io.thor.jobs.parity;

import io.thor.jobs.Job;
import io.thor.parity.EvidenceStore;
import io.thor.parity.ParitySettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;

/** Drops evidence that is older than it has to be kept. */
@ApplicationScoped
public class EvidenceRetentionJob implements Job {

  @Inject EvidenceStore store;
  @Inject ParitySettings settings;
  @Inject Clock clock;

  @Override
  public String name() {
    return "evidence-retention";
  }

  @Override
  public Duration interval() {
    return Duration.ofHours(1);
  }

  @Override
  public void run() {
    store.forget(clock.instant().minus(settings.retention()));
  }
}
