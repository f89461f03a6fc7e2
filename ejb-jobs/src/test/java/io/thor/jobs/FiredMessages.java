package io.thor.jobs;

import io.thor.message.Message;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.NotificationOptions;
import jakarta.enterprise.util.TypeLiteral;
import java.lang.annotation.Annotation;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/** Hands typed events to one observer. */
final class FiredMessages implements Event<Message> {

  private final Consumer<Message> observer;

  FiredMessages(Consumer<Message> observer) {
    this.observer = observer;
  }

  @Override
  public void fire(Message message) {
    observer.accept(message);
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
