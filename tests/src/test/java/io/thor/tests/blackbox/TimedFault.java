package io.thor.tests.blackbox;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A fault that remembers when it first falsified something. Threads: any. */
final class TimedFault implements Fault {
  private final Fault fault;
  private volatile Optional<Instant> since = Optional.empty();

  TimedFault(Fault fault) {
    this.fault = fault;
  }

  /** One that is about to happen elsewhere. */
  static TimedFault now() {
    TimedFault fault = new TimedFault(Fault.NONE);
    fault.since = Optional.of(Instant.now());
    return fault;
  }

  Optional<Instant> since() {
    return since;
  }

  @Override
  public List<String> pushed(String frame) {
    List<String> passed = fault.pushed(frame);
    note(passed.equals(List.of(frame)));
    return passed;
  }

  @Override
  public RestAnswer answered(String path, RestAnswer answer) {
    RestAnswer passed = fault.answered(path, answer);
    note(passed.equals(answer));
    return passed;
  }

  private synchronized void note(boolean unchanged) {
    if (!unchanged && since.isEmpty()) {
      since = Optional.of(Instant.now());
    }
  }
}
