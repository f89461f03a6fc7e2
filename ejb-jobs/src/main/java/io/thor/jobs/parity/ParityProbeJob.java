package io.thor.jobs.parity;

import io.thor.jobs.Job;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/** Compares both paths, on the node that runs the jobs. */
@ApplicationScoped
public class ParityProbeJob implements Job {

  @Inject Probe probe;

  @Override
  public String name() {
    return "parity-probe";
  }

  @Override
  public Duration interval() {
    return Duration.ofSeconds(1);
  }

  @Override
  public void run() {
    probe.turn();
  }
}
