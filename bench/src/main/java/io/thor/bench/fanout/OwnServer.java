package io.thor.bench.fanout;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A server in its own process, with a temporary home: Thor's Payara Micro build with generated
 * passwords, or a bare Payara Micro to compare it with.
 */
final class OwnServer implements AutoCloseable {

  private static final Duration START_LIMIT = Duration.ofMinutes(5);
  private static final int SHOWN_LINES = 30;

  /** The probe is a session of its own, and would be measured with the others. */
  private static final List<String> WITHOUT_PROBE =
      List.of("--set", "thor.jobs.parity-probe.enabled=false");

  private final Child child;
  private final Path home;
  private final Path log;
  private final String readyPath;
  private final BenchServer server;

  /**
   * Starts the process.
   *
   * @param readyPath is answered with 200 once the server is ready
   * @param command from its home directory and port to Java's arguments
   */
  private OwnServer(Optional<Path> log, String readyPath, Command command) throws IOException {
    int port = freePort();
    String password = secret();
    this.readyPath = readyPath;
    this.home = Files.createTempDirectory("thor-bench-");
    this.log = log.orElse(home.resolve("server.log"));
    ProcessBuilder builder =
        new ProcessBuilder(java(command.arguments(home, port)))
            .redirectErrorStream(true)
            .redirectOutput(this.log.toFile());
    this.child =
        Child.start(
            builder,
            Map.of(
                "THOR_TRADER_PASSWORD",
                password,
                "THOR_TRADER2_PASSWORD",
                secret(),
                "THOR_OPERATOR_PASSWORD",
                secret()));
    this.server =
        new BenchServer(
            child.process().pid(),
            URI.create("http://127.0.0.1:" + port + "/"),
            new BenchServer.User("trader", password));
  }

  private interface Command {
    List<String> arguments(Path home, int port) throws IOException;
  }

  /** Starts Thor as {@code thor run} does, and returns when it is ready. */
  static OwnServer start(FanoutOptions options, Map<String, String> settings)
      throws IOException, InterruptedException {
    return new OwnServer(
            options.log,
            BenchServer.READY_PATH,
            (home, port) -> {
              List<String> arguments = new ArrayList<>(withClassArchive(options.launcher));
              arguments.addAll(
                  List.of("--port", Integer.toString(port), "--home", home.toString()));
              arguments.addAll(WITHOUT_PROBE);
              settings.forEach(
                  (key, value) -> arguments.addAll(List.of("--set", key + "=" + value)));
              return arguments;
            })
        .whenReady();
  }

  /** Starts Payara Micro with nothing but an endpoint that does nothing. */
  static OwnServer startBare(FanoutOptions options) throws IOException, InterruptedException {
    Path payara = options.launcher.resolveSibling("lib").resolve("payara-micro.jar");
    return new OwnServer(
            Optional.empty(),
            BareArchive.READY_PATH,
            (home, port) ->
                List.of(
                    "-jar",
                    payara.toString(),
                    "--deploy",
                    BareArchive.write(home).toString(),
                    "--contextroot",
                    "/",
                    "--prebootcommandfile",
                    BareArchive.writeCommands(home).toString(),
                    "--port",
                    Integer.toString(port),
                    "--nocluster",
                    "--disablephonehome"))
        .whenReady();
  }

  /** Classes come from the archive beside the launcher, where it is there and fits. */
  private static List<String> withClassArchive(Path launcher) {
    return List.of(
        "-XX:SharedArchiveFile=" + launcher.resolveSibling("thor.jsa"),
        "-Xlog:cds*=off",
        "-jar",
        launcher.toString());
  }

  private OwnServer whenReady() throws InterruptedException {
    Runtime.getRuntime().addShutdownHook(new Thread(this::close));
    try {
      awaitReady();
      return this;
    } catch (IllegalStateException | InterruptedException e) {
      close();
      throw e;
    }
  }

  /** What is measured. */
  BenchServer server() {
    return server;
  }

  /** Ends the server and deletes its home; also done when this process is interrupted. */
  @Override
  public synchronized void close() {
    child.close();
    if (!Files.exists(home)) {
      return;
    }
    try (Stream<Path> files = Files.walk(home)) {
      List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
      for (Path file : deepestFirst) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      System.err.println("the temporary home " + home + " stays: " + e.getMessage());
    }
  }

  private static List<String> java(List<String> arguments) {
    List<String> command = new ArrayList<>(Child.java());
    String jvm = System.getenv().getOrDefault("THOR_JAVA_OPTS", "");
    Stream.of(jvm.split("\\s+")).filter(option -> !option.isEmpty()).forEach(command::add);
    command.addAll(arguments);
    return command;
  }

  private void awaitReady() throws InterruptedException {
    long limit = System.nanoTime() + START_LIMIT.toNanos();
    while (!server.answers(readyPath)) {
      if (!child.process().isAlive() || System.nanoTime() > limit) {
        throw new IllegalStateException(
            "the server did not become ready; its last words:\n" + end());
      }
      TimeUnit.MILLISECONDS.sleep(500);
    }
  }

  private String end() {
    try {
      List<String> lines = Files.readAllLines(log);
      return lines.stream()
          .skip(Math.max(0, lines.size() - SHOWN_LINES))
          .collect(Collectors.joining("\n"));
    } catch (IOException e) {
      throw new UncheckedIOException(log + " cannot be read", e);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static String secret() {
    return new BigInteger(128, new SecureRandom()).toString(Character.MAX_RADIX);
  }
}
