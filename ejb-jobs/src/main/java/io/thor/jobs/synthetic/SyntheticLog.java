package io.thor.jobs.synthetic;

import io.thor.message.MessageEncoder;
import io.thor.message.StreamPosition;
import io.thor.message.SyntheticUpdate;
import io.thor.message.Topic;
import io.thor.synthetic.SyntheticSettings;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Makes the entries of the synthetic logs, one topic after the other. Not thread safe. */
final class SyntheticLog {

  private final List<String> symbols;
  private final String epoch;
  private final Clock clock;
  private final String padding;
  private long made;

  /** Begins new logs, whose epoch is the moment. */
  SyntheticLog(SyntheticSettings settings, Clock clock) {
    this.symbols = settings.topics().stream().map(Topic::key).toList();
    this.epoch = "s" + Long.toString(clock.millis(), Character.MAX_RADIX);
    this.clock = clock;
    int bare = MessageEncoder.encode(entry(0, "")).length;
    this.padding = "x".repeat(Math.max(0, settings.payloadBytes() - bare));
  }

  /** The next entry; each log counts from 1. */
  SyntheticUpdate next() {
    return entry(made++, padding);
  }

  private SyntheticUpdate entry(long number, String filling) {
    Instant now = clock.instant();
    long sentNs = TimeUnit.SECONDS.toNanos(now.getEpochSecond()) + now.getNano();
    StreamPosition position = new StreamPosition(epoch, number / symbols.size() + 1, now);
    String symbol = symbols.get((int) (number % symbols.size()));
    return new SyntheticUpdate(position, symbol, sentNs, filling);
  }
}
