package io.thor.incontainer;

import io.thor.message.Message;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.atomic.AtomicLong;

/** Fails on every message, before any observer of the default priority sees it. */
@ApplicationScoped
public class ThrowingObserver {

  private final AtomicLong calls = new AtomicLong();

  long calls() {
    return calls.get();
  }

  void onMessage(@Observes @Priority(FiredMessages.PRIORITY + 1) Message message) {
    calls.incrementAndGet();
    throw new IllegalStateException("this observer fails on " + message.type());
  }
}
