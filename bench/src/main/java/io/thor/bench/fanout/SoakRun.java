package io.thor.bench.fanout;

import io.thor.bench.load.LoadReport;
import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** Keeps the load up for minutes and looks into the server's heap before, amid and after. */
final class SoakRun {

  private static final int LOOK_MS = 500;
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
    long sessionsLeft = settled(server::sessions, 0, GONE_SECONDS);
    // So many sessions that go at once give the server's pools work.
    int threadsLeft = settled(control::threads, threadsStart + SoakRow.THREAD_SLACK, IDLE_SECONDS);
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

  /** A figure of the server, once it is no more than that or some seconds have passed. */
  private static <T extends Number> T settled(Reading<T> reading, long most, int seconds)
      throws IOException, InterruptedException {
    long limit = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    T figure = reading.read();
    while (figure.longValue() > most && System.nanoTime() < limit) {
      TimeUnit.MILLISECONDS.sleep(LOOK_MS);
      figure = reading.read();
    }
    return figure;
  }

  private interface Reading<T extends Number> {
    T read() throws IOException, InterruptedException;
  }
}
