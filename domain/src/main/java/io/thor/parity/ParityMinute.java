package io.thor.parity;

import io.thor.cutover.RenderPath;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;

/** The comparisons of one minute that were counted alike. */
@Entity
@Table(name = "parity_minute")
public class ParityMinute {

  @Id private String id;
  private String feature;

  @Enumerated(EnumType.STRING)
  private Source source;

  @Enumerated(EnumType.STRING)
  @Column(name = "path_group")
  private RenderPath pathGroup;

  @Enumerated(EnumType.STRING)
  private Verdict verdict;

  private String result;

  @Column(name = "step_ms")
  private long stepMs;

  @Column(name = "minute_ms")
  private long minuteMs;

  private long total;

  protected ParityMinute() {}

  ParityMinute(Counted as, long stepMs, long minuteMs, long total) {
    this.id = id(as, stepMs, minuteMs);
    this.feature = as.feature();
    this.source = as.source();
    this.pathGroup = as.group();
    this.verdict = as.verdict();
    this.result = as.result().map(Enum::name).orElse("");
    this.stepMs = stepMs;
    this.minuteMs = minuteMs;
    this.total = total;
  }

  static String id(Counted as, long stepMs, long minuteMs) {
    return String.join(
        "|",
        as.feature(),
        as.source().name(),
        as.group().name(),
        as.verdict().name(),
        as.result().map(Enum::name).orElse(""),
        Long.toString(stepMs),
        Long.toString(minuteMs));
  }

  Counted counted() {
    return new Counted(feature, source, pathGroup, verdict, result(result));
  }

  /** How it is read from its column, or from that of a sample. */
  static Optional<Suspicion.Result> result(String column) {
    return Optional.of(column).filter(text -> !text.isEmpty()).map(Suspicion.Result::valueOf);
  }

  Instant minute() {
    return Instant.ofEpochMilli(minuteMs);
  }

  long total() {
    return total;
  }
}
