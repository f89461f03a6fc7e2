package io.thor.bench.fanout;

import io.thor.bench.load.LoadReport;
import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** Keeps the load up for minutes and looks into the server's heap before, amid and after. */
final class SoakRun {

  private static final int GONE_SECONDS = 30;

  /** Longer than a pooled thread lives that has nothing to do. */
  private static final int IDLE_SECONDS = 90;

  private final FanoutOptions options;
  private final BenchServer server;
  private final ServerControl control;
  private final LoadProcess load;

  SoakRun(FanoutOptions options, BenchServer server, ServerControl control, LoadProcess load) {
    this.options = options;
    this.server = server;
    this.control = control;
    this.load = load;
  }

  /** Measures after the warm-up, and ends the load. */
  SoakRow row() throws IOException, InterruptedException {
    long half = TimeUnit.MINUTES.toSeconds(options.mode.soakMinutes) / 2;
    load.reset();
    int threadsStart = control.threads();
    long heapStartKib = heapKib();
    TimeUnit.SECONDS.sleep(half);
    long heapMiddleKib = heapKib();
    TimeUnit.SECONDS.sleep(half);
    long heapEndKib = heapKib();
    LoadReport report = load.report();
    load.close();
    long sessionsLeft = awaitGone();
    int threadsLeft = awaitIdle(threadsStart + SoakRow.THREAD_SLACK);
    return new SoakRow(
        options.writer(),
        options.client.name().toLowerCase(Locale.ROOT),
        options.sessions,
        options.rate,
        options.mode.soakMinutes,
        Figures.mebibytes(heapStartKib),
        Figures.mebibytes(heapMiddleKib),
        Figures.mebibytes(heapEndKib),
        Figures.mebibytes(heapKib()),
        threadsStart,
        threadsLeft,
        sessionsLeft,
        report.open(),
        report.gaps(),
        report.doubles(),
        Figures.millis(report.p99Us()),
        Figures.machineLoad());
  }

  private long heapKib() {
    control.collectGarbage();
    long used = control.heapUsedKib();
    System.err.println("heap after GC: " + Figures.mebibytes(used) + " MB");
    return used;
  }

  /** The sessions that the server still has, once none is left or some seconds have passed. */
  private long awaitGone() throws IOException, InterruptedException {
    long limit = System.nanoTime() + TimeUnit.SECONDS.toNanos(GONE_SECONDS);
    long sessions = server.sessions();
    while (sessions > 0 && System.nanoTime() < limit) {
      TimeUnit.MILLISECONDS.sleep(500);
      sessions = server.sessions();
    }
    return sessions;
  }

  /**
   * The server's threads, once there are no more than those or pooled ones had time to end: so many
   * sessions that go at once give them work.
   */
  private int awaitIdle(int most) throws IOException, InterruptedException {
    long limit = System.nanoTime() + TimeUnit.SECONDS.toNanos(IDLE_SECONDS);
    int threads = control.threads();
    while (threads > most && System.nanoTime() < limit) {
      TimeUnit.SECONDS.sleep(1);
      threads = control.threads();
    }
    return threads;
  }
}
