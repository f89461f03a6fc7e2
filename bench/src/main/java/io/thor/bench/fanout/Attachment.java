package io.thor.bench.fanout;

import java.net.URI;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Option;

/** A server that runs already, and is measured instead of one that is started for it. */
final class Attachment {

  private static final String ROOT = "root";

  @Option(
      names = "--pid",
      required = true,
      paramLabel = "PID",
      description =
          "measures the server with this process, of the same user on this machine, instead of"
              + " starting one; it needs thor.feed=synthetic, and to admit the sessions")
  long pid;

  @Option(
      names = "--url",
      required = true,
      paramLabel = "URL",
      description = "where that server has Thor, such as http://127.0.0.1:8080/")
  URI url;

  /** Errors: {@link IllegalArgumentException} with the option, its value and the remedy. */
  void check() {
    checkUrl();
    checkProcess();
  }

  private void checkUrl() {
    boolean isRoot = Set.of("", "/").contains(Optional.ofNullable(url.getPath()).orElse(""));
    if (!"http".equals(url.getScheme()) || url.getHost() == null || !isRoot) {
      throw new IllegalArgumentException(
          "--url is %s; set http://HOST:PORT/, for the sessions speak no TLS, and Thor is at the root"
              .formatted(url));
    }
  }

  /** Attaching sends a signal that would end another program than Java. */
  private void checkProcess() {
    ProcessHandle.Info process =
        ProcessHandle.of(pid)
            .orElseThrow(() -> refused("there is no such process; give that of the server's Java"))
            .info();
    Optional<String> self = ProcessHandle.current().info().user();
    if (!process.user().equals(self) && !self.equals(Optional.of(ROOT))) {
      throw refused(
          "it belongs to %s; run the benchmark as that user".formatted(process.user().orElse("?")));
    }
    String program = process.command().orElse("another program");
    if (!program.endsWith("java")) {
      throw refused("it is no Java but %s; give that of the server's Java".formatted(program));
    }
  }

  private IllegalArgumentException refused(String why) {
    return new IllegalArgumentException("--pid is %d: %s".formatted(pid, why));
  }
}
