package io.thor.bench.jmh;

import io.thor.message.Message;
import io.thor.message.MessageEncoder;
import java.util.concurrent.TimeUnit;
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

/** Encodes one message of each type. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class EncodeBenchmark {

  @Param({
    "account_balance",
    "positions",
    "intraday_bar",
    "vwap_update",
    "market_status",
    "synthetic",
    "heartbeat",
    "error_message"
  })
  public String type;

  private Message message;

  @Setup
  public void choose() {
    message = SampleMessages.of(type);
  }

  @Benchmark
  public byte[] encode() {
    return MessageEncoder.encode(message);
  }
}
