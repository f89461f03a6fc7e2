package io.thor.bench.fanout;

import io.thor.bench.load.LoadReport;
import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** Measures what silent sessions hold, and how soon one message reaches them all. */
final class IdleRun {

  private static final String NO_TOKEN = "none";
  private static final int REACH_SECONDS = 10;
  private static final int READINGS_A_SECOND = 5;
  private static final int SETTLE_SECONDS = 30;

  private final FanoutOptions options;

  IdleRun(FanoutOptions options) {
    this.options = options;
  }

  /** The sessions of an endpoint that does nothing. */
  IdleRow bare(BenchServer server) throws IOException, InterruptedException {
    return measure("bare", server, NO_TOKEN, (control, load) -> load.report());
  }

  /** Thor's sessions, which then get a message. */
  IdleRow thor(BenchServer server) throws IOException, InterruptedException {
    return measure(options.writer(), server, server.signIn(), IdleRun::reach);
  }

  /** What is done with the sessions once they were measured. */
  private interface Afterwards {
    LoadReport report(ServerControl control, LoadProcess load)
        throws IOException, InterruptedException;
  }

  private IdleRow measure(String writer, BenchServer server, String token, Afterwards afterwards)
      throws IOException, InterruptedException {
    try (ServerControl control = ServerControl.of(server.pid())) {
      Held before = held(server, control);
      try (LoadProcess load = LoadProcess.reading(options, options.sessions, server.url(), token)) {
        System.err.println("idle for " + options.warmup + " s ...");
        TimeUnit.SECONDS.sleep(options.warmup);
        Held after = held(server, control);
        return row(writer, before, after, afterwards.report(control, load));
      }
    }
  }

  /** Memory after a full collection. */
  private record Held(long rssKib, long heapKib) {}

  private static Held held(BenchServer server, ServerControl control) throws InterruptedException {
    control.collectGarbage();
    return new Held(settledRss(server), control.heapUsedKib());
  }

  /**
   * Resident memory once it has not shrunk for a second: G1 gives free regions back after a
   * collection in steps, by a thread of its own (JDK-8236926).
   */
  private static long settledRss(BenchServer server) throws InterruptedException {
    long least = server.figures().rssKib();
    int unchanged = 0;
    for (int i = 0; i < SETTLE_SECONDS * READINGS_A_SECOND && unchanged < READINGS_A_SECOND; i++) {
      TimeUnit.MILLISECONDS.sleep(1000 / READINGS_A_SECOND);
      long now = server.figures().rssKib();
      unchanged = now < least ? 0 : unchanged + 1;
      least = Math.min(least, now);
    }
    return least;
  }

  private IdleRow row(String writer, Held before, Held after, LoadReport reach) {
    return new IdleRow(
        writer,
        options.client.name().toLowerCase(Locale.ROOT),
        options.sessions,
        Figures.mebibytes(before.rssKib()),
        Figures.mebibytes(after.rssKib()),
        Figures.quotient(after.rssKib() - before.rssKib(), options.sessions, 1),
        Figures.quotient(after.heapKib() - before.heapKib(), options.sessions, 1),
        reach.open(),
        reach.reached(),
        Figures.millis(reach.p99Us()),
        Figures.millis(reach.maxUs()),
        Figures.machineLoad());
  }

  /** The feed publishes its first message at the moment at which it is given a rate. */
  private static LoadReport reach(ServerControl control, LoadProcess load)
      throws IOException, InterruptedException {
    load.reset();
    control.rate(1);
    TimeUnit.MILLISECONDS.sleep(500);
    control.rate(0);
    LoadReport report = load.report();
    long limit = System.nanoTime() + TimeUnit.SECONDS.toNanos(REACH_SECONDS);
    while (report.reached() < report.open() && System.nanoTime() < limit) {
      TimeUnit.MILLISECONDS.sleep(200);
      report = load.report();
    }
    return report;
  }
}
