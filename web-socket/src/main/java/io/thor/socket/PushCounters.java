package io.thor.socket;

import jakarta.websocket.CloseReason;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * What the delivery has done since the start. No bean: a call through a client proxy would cost as
 * much as the counting.
 *
 * <p>Threads: any.
 */
final class PushCounters {

  private final LongAdder frames = new LongAdder();
  private final LongAdder batches = new LongAdder();
  private final LongAdder conflated = new LongAdder();
  private final SendLatencies latencies = new SendLatencies();
  private final Map<Integer, LongAdder> closings = new ConcurrentSkipListMap<>();

  void sent(Batch batch) {
    batches.increment();
    frames.add(batch.frames().size());
    latencies.record(batch.frames().get(0), System.nanoTime());
  }

  void conflated() {
    conflated.increment();
  }

  void closed(CloseReason.CloseCode code) {
    closings.computeIfAbsent(code.getCode(), same -> new LongAdder()).increment();
  }

  /** Frames written to sessions. */
  LongAdder frames() {
    return frames;
  }

  /** Writes, each with one frame or more. */
  LongAdder batches() {
    return batches;
  }

  /** States that were replaced by a later one before their time to be sent had come. */
  LongAdder replaced() {
    return conflated;
  }

  SendLatencies latencies() {
    return latencies;
  }

  /** Sessions that the server closed, by close code. */
  Map<Integer, LongAdder> closings() {
    return closings;
  }
}
