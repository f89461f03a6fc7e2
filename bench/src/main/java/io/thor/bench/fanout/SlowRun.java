package io.thor.bench.fanout;

import io.thor.bench.load.LoadReport;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** Measures what others notice of readers that never read, by turns without and with them. */
final class SlowRun {

  private static final int PAIRS = 3;
  private static final int SETTLE_SECONDS = 3;
  private static final int GONE_LIMIT_SECONDS = 60;
  private static final long LOOK_MS = 500;

  private final FanoutOptions options;
  private final BenchServer server;
  private final ServerControl control;
  private final LoadProcess load;
  private final String token;

  private final Set<Long> stuck = new HashSet<>();
  private Map<Long, Long> waiting = Map.of();

  /** The load reads; the slow come as sessions of the token's user. */
  SlowRun(
      FanoutOptions options,
      BenchServer server,
      ServerControl control,
      LoadProcess load,
      String token) {
    this.options = options;
    this.server = server;
    this.control = control;
    this.load = load;
    this.token = token;
  }

  List<SlowRow> rows() throws IOException, InterruptedException {
    List<SlowRow> rows = new ArrayList<>();
    while (rows.size() < PAIRS) {
      System.err.println("pair " + (rows.size() + 1) + " of " + PAIRS + " ...");
      rows.add(pair());
    }
    return rows;
  }

  private SlowRow pair() throws IOException, InterruptedException {
    long heapBeforeKib = heapKib();
    TimeUnit.SECONDS.sleep(SETTLE_SECONDS);
    long reading = server.sessions();
    Map<String, Long> closed = server.closings();
    LoadReport without = window();
    stuck.clear();
    int count = options.mode.slowReaders;
    LoadProcess slow = LoadProcess.silent(options, count, server.url(), token);
    try {
      long opened = System.nanoTime();
      LoadReport with = window();
      long heapWithKib = heapKib();
      awaitGone(reading, opened);
      long goneMillis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - opened);
      return new SlowRow(
          options.writer(),
          with.open(),
          count,
          Figures.millis(without.p99Us()),
          Figures.millis(with.p99Us()),
          Figures.quotient(goneMillis, 1000, 1),
          closedSince(closed),
          Figures.mebibytes(heapBeforeKib),
          Figures.mebibytes(heapWithKib),
          stuck.size(),
          without.gaps() + with.gaps(),
          Figures.machineLoad());
    } finally {
      slow.close();
    }
  }

  private LoadReport window() throws IOException, InterruptedException {
    load.reset();
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(options.seconds);
    while (System.nanoTime() < end) {
      lookAtThreads();
    }
    return load.report();
  }

  private void awaitGone(long reading, long opened) throws IOException, InterruptedException {
    long limit = opened + TimeUnit.SECONDS.toNanos(GONE_LIMIT_SECONDS);
    while (server.sessions() > reading && System.nanoTime() < limit) {
      lookAtThreads();
    }
  }

  /** A thread is stuck when it has waited for the same monitor since the last look. */
  private void lookAtThreads() throws InterruptedException {
    TimeUnit.MILLISECONDS.sleep(LOOK_MS);
    Map<Long, Long> now = new HashMap<>(control.waitingForMonitors());
    waiting.entrySet().stream()
        .filter(thread -> thread.getValue().equals(now.get(thread.getKey())))
        .forEach(thread -> stuck.add(thread.getKey()));
    waiting = now;
  }

  private long heapKib() {
    control.collectGarbage();
    return control.heapUsedKib();
  }

  /** The closings since then, {@code 4101=3,4102=7}, or {@code none}. */
  private String closedSince(Map<String, Long> then) throws IOException, InterruptedException {
    Map<String, Long> since = new TreeMap<>(server.closings());
    since.replaceAll((code, count) -> count - then.getOrDefault(code, 0L));
    since.values().removeIf(count -> count == 0);
    return since.isEmpty()
        ? "none"
        : since.entrySet().stream().map(Object::toString).collect(Collectors.joining(","));
  }
}
