package io.thor.socket;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.websocket.CloseReason;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * What the delivery has done since the start.
 *
 * <p>Threads: any.
 */
@ApplicationScoped
public class PushMetrics {

  private final LongAdder frames = new LongAdder();
  private final LongAdder batches = new LongAdder();
  private final LongAdder conflated = new LongAdder();
  private final Map<Integer, LongAdder> closed = new ConcurrentHashMap<>();

  void sent(Batch batch) {
    batches.increment();
    frames.add(batch.frames().size());
  }

  void conflated() {
    conflated.increment();
  }

  void closed(CloseReason.CloseCode code) {
    closed.computeIfAbsent(code.getCode(), same -> new LongAdder()).increment();
  }
}
