package io.thor.tests.blackbox;

import java.util.List;

/**
 * Positions of one account do not come on the stream any more. Those of others go on, unless theirs
 * do not move with them: an account that was marked just behind a trade stands where it stood when
 * all are marked again.
 */
final class LostPositions implements Fault {
  private final String topic;
  private boolean begun;
  private boolean othersGoOn;

  LostPositions(String accountId) {
    this.topic = "positions:" + accountId;
  }

  @Override
  public synchronized List<String> pushed(String frame) {
    if (Faults.isOn(topic, frame)) {
      begun = true;
      return List.of();
    }
    othersGoOn |= begun && Faults.isOn("positions:", frame);
    return List.of(frame);
  }

  /** What that is called: a feature has stopped where nothing of it that moves comes. */
  synchronized String verdict() {
    return othersGoOn ? "LOST" : "STALLED";
  }
}
