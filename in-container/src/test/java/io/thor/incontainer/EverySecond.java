package io.thor.incontainer;

import io.thor.jobs.Job;
import java.time.Duration;

/** A job of the tests, as often as there are ticks. */
interface EverySecond extends Job {

  @Override
  default Duration interval() {
    return Duration.ofSeconds(1);
  }
}
