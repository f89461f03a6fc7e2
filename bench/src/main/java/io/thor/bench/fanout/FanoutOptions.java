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
      description = "of a message, about (default: ${DEFAULT-VALUE})")
  int bytes;

  @Option(
      names = "--symbols",
      defaultValue = "1",
      description = "topics that take turns (default: ${DEFAULT-VALUE})")
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
      defaultValue = "channel",
      description = "channel, frame or portable (default: ${DEFAULT-VALUE})")
  Writer writer;

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
  @Option(names = "--launcher", hidden = true, required = true)
  Path launcher;

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
  }

  private static void within(String option, int value, int least, int most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          "%s is %d; set it from %d to %d".formatted(option, value, least, most));
    }
  }
}
