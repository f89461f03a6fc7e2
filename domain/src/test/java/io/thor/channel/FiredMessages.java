package io.thor.channel;

import io.thor.event.FiredEvents;
import io.thor.message.Message;
import io.thor.message.TopicMessage;
import java.util.List;

/** Notes the typed events that are fired. Threads: any. */
final class FiredMessages extends FiredEvents<Message> {

  /** The fired states of one topic, in order. */
  List<TopicMessage> on(String topic) {
    return fired().stream()
        .map(TopicMessage.class::cast)
        .filter(message -> message.topic().toString().equals(topic))
        .toList();
  }
}
