package io.thor.jobs;

import jakarta.ejb.Asynchronous;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;

/** Runs a job on a thread of the container's pool, so that none waits for another. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class JobRunner {

  @Asynchronous
  public void run(ScheduledJob job) {
    job.run();
  }
}
