package io.thor.parity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;

/** A stored {@link Sample}; JSON that is too long for its column is left out. */
@Entity
@Table(name = "parity_sample")
public class ParitySample {

  private static final int LONGEST_JSON = 16_000;
  private static final int LONGEST_WORDS = 2_000;

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "parity_sample_id")
  @SequenceGenerator(
      name = "parity_sample_id",
      sequenceName = "parity_sample_id",
      allocationSize = 1)
  private long id;

  private String feature;

  @Enumerated(EnumType.STRING)
  private Source source;

  @Enumerated(EnumType.STRING)
  private Verdict verdict;

  private String result;
  private String topic;
  private String epoch;
  private long seq;

  @Column(name = "found_ms")
  private long foundMs;

  private String words;

  @Column(name = "stream_json")
  private String streamJson;

  @Column(name = "rest_json")
  private String restJson;

  protected ParitySample() {}

  ParitySample(Sample sample) {
    feature = sample.feature();
    source = sample.source();
    verdict = sample.verdict();
    result = sample.result().map(Enum::name).orElse("");
    topic = sample.topic();
    epoch = sample.epoch();
    seq = sample.seq();
    foundMs = sample.found().toEpochMilli();
    words = cut(sample.words());
    streamJson = json(sample.stream());
    restJson = json(sample.rest());
  }

  long id() {
    return id;
  }

  Sample read() {
    return new Sample(
        feature,
        source,
        verdict,
        ParityMinute.result(result),
        topic,
        epoch,
        seq,
        Instant.ofEpochMilli(foundMs),
        words,
        value(streamJson),
        value(restJson));
  }

  private static String cut(String text) {
    return text.length() <= LONGEST_WORDS ? text : text.substring(0, LONGEST_WORDS);
  }

  private static String json(Optional<Value> value) {
    return value.map(Value::json).filter(text -> text.length() <= LONGEST_JSON).orElse("");
  }

  private static Optional<Value> value(String json) {
    return Optional.of(json).filter(text -> !text.isEmpty()).map(JsonValues::parse);
  }
}
