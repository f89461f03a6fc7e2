package io.thor.channel;

import io.thor.message.Message;
import io.thor.message.TopicMessage;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.NotificationOptions;
import jakarta.enterprise.util.TypeLiteral;
import java.lang.annotation.Annotation;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;

/** Notes the typed events that are fired. Threads: any. */
final class FiredMessages implements Event<Message> {

  private final List<Message> fired = new CopyOnWriteArrayList<>();

  /** The fired states of one topic, in order. */
  List<TopicMessage> on(String topic) {
    return fired.stream()
        .map(TopicMessage.class::cast)
        .filter(message -> message.topic().toString().equals(topic))
        .toList();
  }

  @Override
  public void fire(Message message) {
    fired.add(message);
  }

  @Override
  public <U extends Message> CompletionStage<U> fireAsync(U message) {
    throw new UnsupportedOperationException("the order would be lost");
  }

  @Override
  public <U extends Message> CompletionStage<U> fireAsync(U message, NotificationOptions options) {
    throw new UnsupportedOperationException("the order would be lost");
  }

  @Override
  public Event<Message> select(Annotation... qualifiers) {
    throw new UnsupportedOperationException("messages have no qualifiers");
  }

  @Override
  public <U extends Message> Event<U> select(Class<U> subtype, Annotation... qualifiers) {
    throw new UnsupportedOperationException("messages have no qualifiers");
  }

  @Override
  public <U extends Message> Event<U> select(TypeLiteral<U> subtype, Annotation... qualifiers) {
    throw new UnsupportedOperationException("messages have no qualifiers");
  }
}
