package io.thor.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code thorctl tail}: the live stream, as a plain client gets it. */
@Command(
    name = "tail",
    description = "Prints what the user who signs in is sent, until interrupted; reconnects.")
final class TailCommand implements Callable<Integer> {

  private static final int SHORTEST_MS = 500;
  private static final int LONGEST_MS = 20_000;

  @Option(
      names = "--topic",
      split = ",",
      paramLabel = "TOPIC",
      description = "Only these, such as vwap:BTC-USD or positions:*.")
  private List<String> topics = List.of();

  @Option(names = "--json", description = "Print each message as it came.")
  private boolean json;

  @Option(names = "--count", paramLabel = "N", description = "End after so many messages.")
  private Optional<Integer> count = Optional.empty();

  @ParentCommand private Thorctl thorctl;

  @Spec private CommandSpec spec;

  private int printed;
  private int failures;

  @Override
  public Integer call() {
    Optional<LiveStream> stream = Optional.of(LiveStream.open(thorctl.connect()));
    boolean more = true;
    while (more) {
      if (stream.isPresent()) {
        more = printAll(stream.get());
      }
      if (more) {
        more = thorctl.surroundings().pause(backoff());
        stream = more ? reopen() : Optional.empty();
      }
    }
    return ExitCode.OK;
  }

  /** Prints until the connection ends; {@code false} when enough was printed. */
  private boolean printAll(LiveStream stream) {
    try (stream) {
      for (Optional<String> text = stream.next(); text.isPresent(); text = stream.next()) {
        failures = 0;
        print(text.get());
        if (count.filter(most -> printed >= most).isPresent()) {
          return false;
        }
      }
      tell("the connection ended (" + stream.end() + "); connecting again");
      return true;
    }
  }

  private void print(String text) {
    StreamLine line = StreamLine.of(text);
    if (line.isOn(topics)) {
      PrintWriter out = spec.commandLine().getOut();
      out.println(json ? Printable.line(text) : line.toString());
      out.flush();
      printed++;
    }
  }

  /** Empty when the server is not back yet; whoever may sign in no more ends the command. */
  private Optional<LiveStream> reopen() {
    try {
      return Optional.of(LiveStream.open(thorctl.connect()));
    } catch (ServerFailed e) {
      failures++;
      tell(e.getMessage());
      return Optional.empty();
    }
  }

  /** Full jitter: the longer the server is away, the further its clients spread. */
  private Duration backoff() {
    long most = Math.min(LONGEST_MS, (long) SHORTEST_MS << Math.min(failures + 1, 10));
    return Duration.ofMillis(ThreadLocalRandom.current().nextLong(SHORTEST_MS, most + 1));
  }

  private void tell(String words) {
    spec.commandLine().getErr().println("thorctl: " + Printable.line(words));
  }
}
