package io.thor.parity;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** Up to where a topic's positions count as compared. */
@Entity
@Table(name = "parity_position")
public class ParityPosition {

  @Id private String topic;
  private String epoch;
  private long seq;

  protected ParityPosition() {}

  ParityPosition(String topic) {
    this.topic = topic;
    this.epoch = "";
  }

  /** Whether a position is new here; then it is taken. Positions come in order. */
  boolean take(String newEpoch, long newSeq) {
    if (epoch.equals(newEpoch) && newSeq <= seq) {
      return false;
    }
    epoch = newEpoch;
    seq = newSeq;
    return true;
  }
}
