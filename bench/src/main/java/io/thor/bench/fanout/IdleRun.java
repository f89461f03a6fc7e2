package io.thor.bench.fanout;

import io.thor.bench.load.LoadReport;
import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** Measures what silent sessions hold, and how soon one message reaches them all. */
final class IdleRun {

  private static final int REACH_SECONDS = 10;

  private final FanoutOptions options;
  private final BenchServer server;
  private final ServerControl control;
  private final LoadProcess load;

  IdleRun(FanoutOptions options, BenchServer server, ServerControl control, LoadProcess load) {
    this.options = options;
    this.server = server;
    this.control = control;
    this.load = load;
  }

  /**
   * Measures after the warm-up.
   *
   * @param heapBeforeKib used after a full collection, before there were sessions
   * @param rssBeforeKib at the same moment
   */
  IdleRow row(long heapBeforeKib, long rssBeforeKib) throws IOException, InterruptedException {
    System.err.println("idle for " + options.warmup + " s ...");
    TimeUnit.SECONDS.sleep(options.warmup);
    control.collectGarbage();
    long rssKib = server.figures().rssKib();
    long heapKib = control.heapUsedKib();
    LoadReport reach = reach();
    return new IdleRow(
        options.writer.setting(),
        options.client.name().toLowerCase(Locale.ROOT),
        options.sessions,
        Figures.mebibytes(rssBeforeKib),
        Figures.mebibytes(rssKib),
        Figures.quotient(rssKib - rssBeforeKib, options.sessions, 1),
        Figures.quotient(heapKib - heapBeforeKib, options.sessions, 1),
        reach.open(),
        reach.reached(),
        Figures.millis(reach.p99Us()),
        Figures.millis(reach.maxUs()),
        Figures.machineLoad());
  }

  /** The feed publishes its first message at the moment at which it is given a rate. */
  private LoadReport reach() throws IOException, InterruptedException {
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
