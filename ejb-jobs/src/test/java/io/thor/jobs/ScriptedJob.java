package io.thor.jobs;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A job that does what a test says. */
final class ScriptedJob implements Job {

  private final Runnable work;
  private Optional<Instant> wakeAt = Optional.empty();

  ScriptedJob(Runnable work) {
    this.work = work;
  }

  void wakeAt(Instant at) {
    wakeAt = Optional.of(at);
  }

  @Override
  public String name() {
    return "scripted";
  }

  @Override
  public Duration interval() {
    return Duration.ofSeconds(10);
  }

  @Override
  public void run() {
    work.run();
  }

  @Override
  public Optional<Instant> wakeAt() {
    return wakeAt;
  }
}
