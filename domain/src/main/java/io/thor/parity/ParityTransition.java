package io.thor.parity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A change of a market that was compared. */
@Entity
@Table(name = "parity_transition")
public class ParityTransition {

  @Id private String id;
  private String topic;

  @Column(name = "step_ms")
  private long stepMs;

  @Column(name = "as_of_ms")
  private long asOfMs;

  @Column(name = "is_equal")
  private boolean same;

  protected ParityTransition() {}

  ParityTransition(EvidenceBatch.Compared compared, long stepMs) {
    this.id = id(compared);
    this.topic = compared.topic().toString();
    this.stepMs = stepMs;
    this.asOfMs = compared.asOf().toEpochMilli();
    this.same = compared.equal();
  }

  static String id(EvidenceBatch.Compared compared) {
    return compared.topic() + "|" + compared.epoch() + "|" + compared.seq();
  }

  Instant asOf() {
    return Instant.ofEpochMilli(asOfMs);
  }
}
