package io.thor.channel;

import io.thor.message.StreamPosition;
import io.thor.message.Topic;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** The stored position of a topic's last committed state. */
@Entity
@Table(name = "topic_head")
public class TopicHead {

  @Id private String topic;
  private String epoch;
  private long seq;

  @Column(name = "as_of_ms")
  private long asOfMs;

  protected TopicHead() {}

  TopicHead(Topic topic, String epoch) {
    this.topic = topic.toString();
    this.epoch = epoch;
  }

  Topic topic() {
    return Topic.parse(topic);
  }

  long seq() {
    return seq;
  }

  /** The next position, which this becomes. */
  StreamPosition advance(Instant asOf) {
    seq++;
    asOfMs = asOf.toEpochMilli();
    return position();
  }

  /** The position of a head that has been advanced at least once. */
  StreamPosition position() {
    return new StreamPosition(epoch, seq, Instant.ofEpochMilli(asOfMs));
  }
}
