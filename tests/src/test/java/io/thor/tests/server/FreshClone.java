package io.thor.tests.server;

import static java.util.function.Predicate.not;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What somebody has who follows a document: a clone of Thor in which everything is built already,
 * and a home directory without anything in it.
 *
 * <p>Threads: not safe.
 */
public final class FreshClone implements AutoCloseable {
  private static final Path CHECKOUT = Path.of("..").toAbsolutePath().normalize();

  private final RunDirectory directory = RunDirectory.create("clone");
  private final List<Terminal> terminals = new ArrayList<>();

  /** Makes one out of links to this checkout, so that what is written into it stays apart. */
  public FreshClone() {
    try (Stream<Path> files = Files.list(CHECKOUT)) {
      Files.createDirectories(root());
      Files.createDirectories(home());
      for (Path file : (Iterable<Path>) files.filter(not(FreshClone::isOutput))::iterator) {
        Files.createSymbolicLink(root().resolve(file.getFileName()), file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot link " + CHECKOUT + " into " + root(), e);
    }
  }

  /** The root of the clone. */
  public Path root() {
    return directory.resolve("thor");
  }

  /** The home directory of whoever has the clone. */
  public Path home() {
    return directory.resolve("home");
  }

  /**
   * Opens a terminal at the root of the clone.
   *
   * @param name of the log
   * @param environment on top of the usual one, in which Thor's home is {@code .thor} of the clone
   */
  public Terminal terminal(String name, Map<String, String> environment) {
    Map<String, String> variables = new HashMap<>(environment);
    variables.put("HOME", home().toString());
    variables.put("THOR_HOME", root().resolve(".thor").toString());
    variables.put("THOR_JAVA_OPTS", ShortLived.jvmOptions());
    Terminal terminal = new Terminal(root(), variables, directory.resolve(name + ".log"));
    terminals.add(terminal);
    return terminal;
  }

  /** Kills everything that was started in it, in the background as well, and deletes it. */
  @Override
  public void close() {
    terminals.forEach(Terminal::close);
    ProcessHandle.allProcesses().filter(this::isOfThisHome).forEach(ProcessHandle::destroyForcibly);
    directory.keepLogs();
  }

  private static boolean isOutput(Path file) {
    String name = file.getFileName().toString();
    return name.startsWith(".") || name.equals("target");
  }

  private boolean isOfThisHome(ProcessHandle process) {
    Path environment = Path.of("/proc", String.valueOf(process.pid()), "environ");
    try {
      String variables = Files.readString(environment, StandardCharsets.ISO_8859_1);
      return List.of(variables.split("\0")).contains("HOME=" + home());
    } catch (IOException e) {
      // It has ended, or is another user's.
      return false;
    }
  }
}
