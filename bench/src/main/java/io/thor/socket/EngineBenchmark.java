package io.thor.socket;

import io.thor.channel.Frame;
import io.thor.message.StreamPosition;
import io.thor.message.SyntheticUpdate;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What a pass over the sessions does, without the sessions' connections. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class EngineBenchmark {

  private static final int LOG_FRAMES = 16_384;
  private static final long LOG_BYTES = 32L << 20;

  @Param({"1", "10", "100"})
  public int frames;

  private List<WireFrame> pending;
  private SharedLog log;
  private BatchCache cache;
  private PrivateMailbox mailbox;
  private Frame frame;

  @Setup
  public void fill() {
    frame = entry(1);
    pending = IntStream.rangeClosed(1, frames).mapToObj(seq -> WireFrame.of(entry(seq))).toList();
    log = new SharedLog(LOG_FRAMES, LOG_BYTES);
    cache = new BatchCache(log);
    mailbox = new PrivateMailbox(4096, 4 << 20, new MailboxMemory(1 << 30));
  }

  /** The frame on the wire, once for all readers. */
  @Benchmark
  public Object wireFrame() {
    return WireFrame.of(frame);
  }

  @Benchmark
  public Object appendAndRead() {
    long from = log.end();
    pending.forEach(log::append);
    return log.read(from, log.end());
  }

  /** The first session of a pass pays this. */
  @Benchmark
  public Object batchMade() {
    return new Batch(pending, false).bytes();
  }

  /** The same for one message with all frames in it. */
  @Benchmark
  public Object batchMadeAsOneMessage() {
    return new Batch(pending, true).bytes();
  }

  /** Every further session of a pass pays this. */
  @Benchmark
  public Object batchShared() {
    if (log.end() == 0) {
      pending.forEach(log::append);
    }
    return cache.of(0, log.end(), Subscription.EVERYTHING, false).orElseThrow().bytes();
  }

  @Benchmark
  public Object mailboxPutAndTake() {
    pending.forEach(mailbox::put);
    return mailbox.takeAll();
  }

  private static Frame entry(long seq) {
    StreamPosition position =
        new StreamPosition("k7w2q9", seq, Instant.parse("2026-01-05T14:30:00.123Z"));
    return Frame.of(
        new SyntheticUpdate(position, "S0", 1_767_623_400_123_456_789L, "x".repeat(90)));
  }
}
