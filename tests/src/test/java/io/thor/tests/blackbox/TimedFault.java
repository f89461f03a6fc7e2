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

  Optional<Instant> since() {
    return since;
  }

  /** It is about to be done elsewhere. */
  void happens() {
    note(false);
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
