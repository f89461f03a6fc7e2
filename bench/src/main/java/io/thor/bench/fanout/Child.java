package io.thor.bench.fanout;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** A started program that does not outlive {@link #close} or this process. */
final class Child implements AutoCloseable {

  private static final Set<Process> RUNNING = ConcurrentHashMap.newKeySet();

  static {
    Runtime.getRuntime()
        .addShutdownHook(new Thread(() -> RUNNING.forEach(Process::destroyForcibly)));
  }

  private final Process process;

  private Child(Process process) {
    this.process = process;
  }

  /** Starts a program with the same environment, without settings of Thor but the given ones. */
  static Child start(ProcessBuilder builder, Map<String, String> variables) {
    builder.environment().keySet().removeIf(Child::belongsToThor);
    builder.environment().putAll(variables);
    try {
      Process started = builder.start();
      RUNNING.add(started);
      return new Child(started);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot start " + builder.command().get(0), e);
    }
  }

  /** The command that starts Java as this process runs it. */
  static List<String> java() {
    return List.of(System.getProperty("java.home") + "/bin/java");
  }

  Process process() {
    return process;
  }

  ProcessFigures figures() {
    return new ProcessFigures(process.pid());
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
    RUNNING.remove(process);
  }

  private static boolean belongsToThor(String variable) {
    return variable.startsWith("THOR_") || variable.startsWith("WS_FEATURE_");
  }
}
