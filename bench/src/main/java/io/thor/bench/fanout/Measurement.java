package io.thor.bench.fanout;

import io.thor.bench.load.LoadReport;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** Measures a running server under a running load. */
final class Measurement {

  private final FanoutOptions options;
  private final BenchServer server;
  private final ServerControl control;
  private final LoadProcess load;
  private final long rssBeforeKib;

  /** One moment of both processes. */
  private record Moment(long nanos, Duration serverCpu, Duration clientCpu, long published) {}

  Measurement(
      FanoutOptions options,
      BenchServer server,
      ServerControl control,
      LoadProcess load,
      long rssBeforeKib) {
    this.options = options;
    this.server = server;
    this.control = control;
    this.load = load;
    this.rssBeforeKib = rssBeforeKib;
  }

  /** Measures for the seconds of the options. */
  Row row(int rate) throws IOException, InterruptedException {
    Moment from = moment();
    load.reset();
    TimeUnit.SECONDS.sleep(options.seconds);
    LoadReport report = load.report();
    Moment to = moment();
    if (report.received() == 0) {
      throw new IllegalStateException(
          "process %d has published %d messages, and none came to the sessions of %s; is it the server there?"
              .formatted(server.pid(), to.published() - from.published(), server.url()));
    }
    return row(rate, from, to, report);
  }

  private Moment moment() {
    return new Moment(
        System.nanoTime(), server.figures().cpu(), load.figures().cpu(), control.published());
  }

  private Row row(int rate, Moment from, Moment to, LoadReport report) {
    long micros = TimeUnit.NANOSECONDS.toMicros(to.nanos() - from.nanos());
    long serverMicros = to.serverCpu().minus(from.serverCpu()).toMillis() * 1000;
    long clientMicros = to.clientCpu().minus(from.clientCpu()).toMillis() * 1000;
    long rssKib = server.figures().rssKib();
    return new Row(
        options.writer(),
        options.client.name().toLowerCase(Locale.ROOT),
        options.sessions,
        rate,
        options.bytes,
        Figures.quotient(micros, 1_000_000, 2),
        Figures.quotient((to.published() - from.published()) * 1_000_000, micros, 1),
        Figures.quotient(report.received() * 1_000_000, micros, 0),
        Figures.quotient(serverMicros, report.received(), 2),
        Figures.quotient(serverMicros * 100, micros, 0),
        Figures.quotient(clientMicros * 100, micros, 0),
        Figures.millis(report.p50Us()),
        Figures.millis(report.p99Us()),
        Figures.millis(report.p999Us()),
        Figures.millis(report.maxUs()),
        report.gaps(),
        report.doubles(),
        report.open(),
        report.closings(),
        Figures.mebibytes(rssKib),
        Figures.quotient(rssKib - rssBeforeKib, options.sessions, 1),
        Figures.machineLoad());
  }
}
