package io.thor.bench.fanout;

import io.thor.bench.load.ClientKind;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** What is to be measured. */
final class FanoutOptions {

  private static final String OF_THE_SERVER = "as set";

  /** How the server writes to its sessions. */
  enum Writer {
    CHANNEL,
    FRAME,
    PORTABLE;

    String setting() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Kinds of runs beside the plain one. */
  static final class Mode {

    @Option(
        names = "--ramp",
        description =
            "raises the rate in steps of half as much again, from --rate on, until p99 is over"
                + " 100 ms or less is delivered than published")
    boolean ramp;

    @Option(
        names = "--idle",
        description =
            "opens the sessions without any traffic, first on a bare Payara Micro, then on Thor,"
                + " and tells what each holds after a full GC, then how long one message takes to"
                + " reach all of Thor's")
    boolean idle;

    @Option(
        names = "--soak-minutes",
        paramLabel = "MINUTES",
        description =
            "keeps the load up that long; fails when the heap has grown, sessions or threads are"
                + " left when all have gone, or messages were lost")
    int soakMinutes;

    @Option(
        names = "--slow-readers",
        paramLabel = "COUNT",
        description =
            "measures three times in turn, without and with so many of the sessions never reading;"
                + " fails when the others notice, the slow are not gone within 30 s, the heap has"
                + " grown by 64 MB, or a thread is stuck")
    int slowReaders;
  }

  @Option(names = "--sessions", defaultValue = "1000", description = "default: ${DEFAULT-VALUE}")
  int sessions;

  @Option(
      names = "--rate",
      defaultValue = "10",
      description = "messages a second to each session (default: ${DEFAULT-VALUE})")
  int rate;

  @Option(
      names = "--bytes",
      defaultValue = "250",
      description =
          "of a message, about; with --pid, as it is set there (default: ${DEFAULT-VALUE})")
  int bytes;

  @Option(
      names = "--symbols",
      defaultValue = "1",
      description = "topics that take turns; with --pid, likewise (default: ${DEFAULT-VALUE})")
  int symbols;

  @Option(
      names = "--warmup",
      defaultValue = "10",
      description = "seconds before the measurement (default: ${DEFAULT-VALUE})")
  int warmup;

  @Option(
      names = "--seconds",
      defaultValue = "20",
      description = "of the measurement, or of each step of a ramp (default: ${DEFAULT-VALUE})")
  int seconds;

  @Option(
      names = "--writer",
      paramLabel = "WRITER",
      description = "channel, frame or portable (default: channel)")
  Optional<Writer> writer = Optional.empty();

  @Option(
      names = "--client",
      defaultValue = "plain",
      description =
          "plain, full (says hello and subscribes) or batch (and takes batches)"
              + " (default: ${DEFAULT-VALUE})")
  ClientKind client;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "shows this")
  boolean help;

  @ArgGroup(exclusive = true, multiplicity = "0..1")
  Mode mode = new Mode();

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "sets a configuration key of the server; may be repeated")
  Map<String, String> settings = new LinkedHashMap<>();

  @Option(names = "--json", paramLabel = "FILE", description = "writes the rows as JSON, too")
  Optional<Path> json = Optional.empty();

  @Option(
      names = "--log",
      paramLabel = "FILE",
      description = "keeps what the server says (default: shown only when it fails)")
  Optional<Path> log = Optional.empty();

  /** Where the launcher is; the script knows. */
  @Option(names = "--launcher", hidden = true)
  Path launcher;

  @ArgGroup(exclusive = false, multiplicity = "0..1")
  private Attachment attachment;

  /** The server that is measured, unless one is started. */
  Optional<Attachment> attachment() {
    return Optional.ofNullable(attachment);
  }

  /** How the server writes, as far as this benchmark has chosen it. */
  String writer() {
    return attachment == null ? writer.orElse(Writer.CHANNEL).setting() : OF_THE_SERVER;
  }

  /** Errors: {@link IllegalArgumentException} with the option, its value and the remedy. */
  void check() {
    within("--sessions", sessions, 1, 28_000);
    within("--rate", rate, mode.idle ? 0 : 1, 100_000);
    within("--bytes", bytes, 200, 60_000);
    within("--symbols", symbols, 1, 1000);
    within("--warmup", warmup, 0, 600);
    within("--seconds", seconds, 1, 3600);
    within("--slow-readers", mode.slowReaders, 0, sessions - 1);
    within("--soak-minutes", mode.soakMinutes, 0, 24 * 60);
    attachment().ifPresentOrElse(this::checkAttached, this::checkLauncher);
  }

  private void checkAttached(Attachment to) {
    if (mode.idle || writer.isPresent() || log.isPresent() || !settings.isEmpty()) {
      throw new IllegalArgumentException(
          "--idle, --writer, --set and --log are for servers that are started; leave them or --pid");
    }
    to.check();
  }

  private void checkLauncher() {
    if (launcher == null) {
      throw new IllegalArgumentException(
          "--launcher is not set; start this by ./thor bench fanout, or set --pid and --url");
    }
  }

  private static void within(String option, int value, int least, int most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          "%s is %d; set it from %d to %d".formatted(option, value, least, most));
    }
  }
}
