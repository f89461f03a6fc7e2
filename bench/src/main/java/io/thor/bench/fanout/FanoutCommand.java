package io.thor.bench.fanout;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;

/** Measures how messages reach many sessions. */
@Command(
    name = "fanout",
    sortOptions = false,
    description = {
      "Starts a server with the synthetic feed, or takes one that runs, and opens sessions from a process of its own, both"
          + " on this machine alone; then tells delivered messages, processor time, latencies,"
          + " gaps and memory."
    },
    footer = {
      "",
      "Environment:",
      "  THOR_JAVA_OPTS             options of the servers' Java, as for thor run",
      "  THOR_USER, THOR_PASSWORD   whose sessions are opened, with --pid"
    })
public final class FanoutCommand implements Callable<Integer> {

  private static final int SPARE_FILES = 1500;
  private static final int SETTLE_SECONDS = 3;
  private static final int MOST_PER_SECOND = 100_000;

  @Mixin FanoutOptions options;

  private FanoutCommand() {}

  @Override
  public Integer call() throws IOException, InterruptedException {
    options.check();
    checkOpenFiles();
    List<? extends Record> rows = options.mode.idle ? idle() : traffic();
    System.out.println(Table.text(rows));
    if (options.json.isPresent()) {
      Table.write(options.json.get(), rows);
    }
    return areSound(rows) ? ExitCode.OK : ExitCode.SOFTWARE;
  }

  private static boolean areSound(List<? extends Record> rows) {
    if (rows.get(0) instanceof SoakRow soak) {
      return soak.isSound();
    }
    List<SlowRow> slow =
        rows.stream().filter(SlowRow.class::isInstance).map(SlowRow.class::cast).toList();
    return slow.isEmpty() || SlowRow.areSound(slow);
  }

  private List<IdleRow> idle() throws IOException, InterruptedException {
    IdleRun run = new IdleRun(options);
    List<IdleRow> rows = new ArrayList<>();
    say("starting a bare Payara Micro ...");
    try (OwnServer own = OwnServer.startBare(options)) {
      rows.add(run.bare(own.server()));
    }
    say("starting the server ...");
    try (OwnServer own = OwnServer.start(options, settings())) {
      rows.add(run.thor(own.server()));
    }
    return rows;
  }

  private List<? extends Record> traffic() throws IOException, InterruptedException {
    if (options.attachment().isPresent()) {
      return traffic(BenchServer.attached(options.attachment().get(), System.getenv()));
    }
    say("starting the server ...");
    try (OwnServer own = OwnServer.start(options, settings())) {
      return traffic(own.server());
    }
  }

  private List<? extends Record> traffic(BenchServer server)
      throws IOException, InterruptedException {
    try (ServerControl control = ServerControl.of(server.pid())) {
      if (!control.hasFeed()) {
        throw new IllegalStateException(
            "process %d has no synthetic feed; start Thor there with thor.feed=synthetic"
                .formatted(server.pid()));
      }
      return traffic(server, control);
    }
  }

  private List<? extends Record> traffic(BenchServer server, ServerControl control)
      throws IOException, InterruptedException {
    control.collectGarbage();
    long rssBefore = server.figures().rssKib();
    int reading = options.sessions - options.mode.slowReaders;
    say("opening " + reading + " sessions ...");
    control.rate(0);
    String token = server.signIn();
    try (LoadProcess load = LoadProcess.reading(options, reading, server.url(), token)) {
      control.rate(options.rate);
      say("warming up for " + options.warmup + " s ...");
      TimeUnit.SECONDS.sleep(options.warmup);
      if (options.mode.soakMinutes > 0) {
        say("soaking for " + options.mode.soakMinutes + " min ...");
        return List.of(new SoakRun(options, server, control, load).row());
      }
      if (options.mode.slowReaders > 0) {
        return new SlowRun(options, server, control, load, token).rows();
      }
      Measurement measurement = new Measurement(options, server, control, load, rssBefore);
      return options.mode.ramp ? ramp(measurement, control) : steady(measurement);
    }
  }

  private List<Row> steady(Measurement measurement) throws IOException, InterruptedException {
    say("measuring for " + options.seconds + " s ...");
    return List.of(measurement.row(options.rate));
  }

  private List<Row> ramp(Measurement measurement, ServerControl control)
      throws IOException, InterruptedException {
    List<Row> rows = new ArrayList<>();
    int rate = options.rate;
    boolean keepsUp = true;
    while (keepsUp && rate <= MOST_PER_SECOND) {
      control.rate(rate);
      TimeUnit.SECONDS.sleep(SETTLE_SECONDS);
      Row row = measurement.row(rate);
      rows.add(row);
      keepsUp = row.keepsUp();
      say(
          "%d/s: %s delivered/s, p99 %s ms, %s"
              .formatted(
                  rate,
                  row.deliveredPerSecond(),
                  row.p99Ms(),
                  keepsUp ? "keeps up" : "does not keep up"));
      rate += Math.max(1, rate / 2);
    }
    rows.stream()
        .filter(row -> row.keepsUp())
        .reduce((earlier, later) -> later)
        .ifPresent(best -> say("most that keeps up: " + best.deliveredPerSecond() + "/s"));
    return rows;
  }

  private Map<String, String> settings() {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("thor.feed", "synthetic");
    int rate = options.mode.idle ? 0 : options.rate;
    settings.put("thor.feed.synthetic.rate-per-second", Integer.toString(rate));
    settings.put("thor.feed.synthetic.payload-bytes", Integer.toString(options.bytes));
    settings.put("thor.feed.synthetic.symbols", Integer.toString(options.symbols));
    settings.put("thor.push.writer", options.writer());
    settings.put("thor.security.session-seconds", "86400");
    String admitted = Integer.toString(options.sessions + 100);
    settings.put("thor.push.max-sessions", admitted);
    settings.put("thor.push.max-sessions-per-user", admitted);
    settings.put("thor.push.max-sessions-per-address", admitted);
    settings.put("thor.push.max-handshakes-per-address", "1000000");
    settings.putAll(options.settings);
    return settings;
  }

  private void checkOpenFiles() {
    long limit = new ProcessFigures(ProcessHandle.current().pid()).maxOpenFiles();
    int needed = options.sessions + SPARE_FILES;
    if (limit < needed) {
      throw new IllegalStateException(
          "%d files may be open, and %d are needed; run 'ulimit -n %d' first, or ask for fewer --sessions"
              .formatted(limit, needed, needed));
    }
  }

  private static void say(String line) {
    System.err.println(line);
  }
}
