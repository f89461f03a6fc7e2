package io.thor.parity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** What one source did for one feature in one minute, besides its counted comparisons. */
@Entity
@Table(name = "parity_activity")
public class ParityActivity {

  @Id private String id;
  private String feature;

  @Enumerated(EnumType.STRING)
  private Source source;

  @Column(name = "step_ms")
  private long stepMs;

  @Column(name = "minute_ms")
  private long minuteMs;

  private long fresh;

  @Column(name = "tests_made")
  private long testsMade;

  @Column(name = "tests_seen")
  private long testsSeen;

  @Column(name = "watched_ms")
  private long watchedMs;

  @Column(name = "stale_ms")
  private long staleMs;

  protected ParityActivity() {}

  ParityActivity(EvidenceBatch.Doer doer, long stepMs, long minuteMs) {
    this.id = id(doer, stepMs, minuteMs);
    this.feature = doer.feature();
    this.source = doer.source();
    this.stepMs = stepMs;
    this.minuteMs = minuteMs;
  }

  static String id(EvidenceBatch.Doer doer, long stepMs, long minuteMs) {
    return String.join(
        "|", doer.feature(), doer.source().name(), Long.toString(stepMs), Long.toString(minuteMs));
  }
}
