package io.thor.tests.server;

import static java.util.stream.Collectors.toSet;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * A started program with all its children, none of which outlives {@link #stop}, {@link #kill} or
 * this JVM.
 *
 * <p>Threads: safe to use from several.
 */
final class ServerProcess {
  private static final Duration KILL_LIMIT = Duration.ofSeconds(10);
  private static final Set<ServerProcess> STARTED = ConcurrentHashMap.newKeySet();

  static {
    Thread hook = new Thread(ServerProcess::killAll, "kill-test-servers");
    Runtime.getRuntime().addShutdownHook(hook);
  }

  private final Process root;
  private final Set<ProcessHandle> seen = ConcurrentHashMap.newKeySet();

  private ServerProcess(Process root) {
    this.root = root;
    seen.add(root.toHandle());
  }

  /**
   * Starts a command with this JVM's Java and a clean environment, in which no flag or password of
   * Thor is set but the given ones.
   *
   * @param log takes what the command prints, appended
   */
  static ServerProcess start(List<String> command, Map<String, String> environment, Path log) {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.redirectOutput(Redirect.appendTo(log.toFile()));
    Map<String, String> variables = builder.environment();
    variables.keySet().removeIf(key -> key.startsWith("WS_FEATURE_") || key.startsWith("THOR_"));
    variables.put("JAVA_HOME", System.getProperty("java.home"));
    variables.putAll(environment);
    try {
      ServerProcess started = new ServerProcess(builder.start());
      STARTED.add(started);
      return started;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot start " + String.join(" ", command), e);
    }
  }

  /** Gives a text to the program's standard input. */
  void type(String text) {
    try {
      OutputStream input = root.getOutputStream();
      input.write(text.getBytes(StandardCharsets.UTF_8));
      input.flush();
    } catch (IOException e) {
      throw new UncheckedIOException("The program no longer reads: " + text, e);
    }
  }

  /** Whether the started program itself still runs. */
  boolean alive() {
    return root.isAlive();
  }

  /** The exit code of the program, which must have ended. */
  int exitValue() {
    return root.exitValue();
  }

  /**
   * The program and all children seen up to now, dead or alive: children of a dead parent can no
   * longer be found.
   */
  Set<ProcessHandle> tree() {
    List<ProcessHandle> children = seen.stream().flatMap(ProcessHandle::descendants).toList();
    seen.addAll(children);
    return Set.copyOf(seen);
  }

  /** What the program has started and what those have, as far as it runs. */
  Set<ProcessHandle> children() {
    return root.descendants().collect(toSet());
  }

  /** The JVM of the server, which scripts and tools have started before they wait for its end. */
  Jvm jvm() {
    return running()
        .filter(process -> process.children().noneMatch(Processes::live))
        .filter(process -> process.info().command().orElse("").endsWith("java"))
        .findAny()
        .map(process -> new Jvm(process.pid()))
        .orElseThrow(() -> new IllegalStateException("no JVM runs in " + running().toList()));
  }

  /**
   * Asks the program to end (SIGTERM), as an administrator would, and kills what remains after the
   * limit.
   */
  void stop(Duration limit) {
    tree();
    root.destroy();
    Await.until(() -> running().findAny().isEmpty(), limit);
    kill();
  }

  /**
   * Ends the program and its children without asking (SIGKILL) and returns when all are gone.
   *
   * <p>Errors: IllegalStateException when one survives.
   */
  void kill() {
    boolean gone =
        Await.until(
            () -> {
              running().forEach(ProcessHandle::destroyForcibly);
              return running().findAny().isEmpty();
            },
            KILL_LIMIT);
    STARTED.remove(this);
    if (!gone) {
      throw new IllegalStateException("Processes survive SIGKILL: " + running().toList());
    }
  }

  private static void killAll() {
    // Our own children first: one that is just being started is not among the started ones yet.
    ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
    STARTED.forEach(ServerProcess::kill);
  }

  private Stream<ProcessHandle> running() {
    return tree().stream().filter(Processes::live);
  }
}
