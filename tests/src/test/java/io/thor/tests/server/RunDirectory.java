package io.thor.tests.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A fresh directory of one run of one server; afterwards only its logs stay. */
record RunDirectory(Path path) {
  private static final Path RUNS = Path.of("target", "run");
  private static final Duration DELETE_LIMIT = Duration.ofSeconds(5);

  /** Makes a directory below {@code target/run} whose name starts with the prefix. */
  static RunDirectory create(String prefix) {
    try {
      Path runs = Files.createDirectories(RUNS.toAbsolutePath());
      return new RunDirectory(Files.createTempDirectory(runs, prefix + "-"));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot create a directory for " + prefix, e);
    }
  }

  /** The path of a file or directory inside, which need not exist. */
  Path resolve(String name) {
    return path.resolve(name);
  }

  /** Copies a directory with all that is in it to a directory inside. */
  void copyTree(Path source, String name) {
    try (Stream<Path> files = Files.walk(source)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        Path copy = resolve(name).resolve(source.relativize(file).toString());
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot copy " + source + " into " + path, e);
    }
  }

  /** Deletes everything but files {@code *.log} in the directory itself. */
  void keepLogs() {
    delete(path, file -> file.equals(path) || isLog(file));
  }

  /** Deletes a directory with all that is in it. */
  static void delete(Path directory) {
    delete(directory, file -> false);
  }

  private boolean isLog(Path file) {
    return path.equals(file.getParent()) && file.toString().endsWith(".log");
  }

  /** Again, where a file has come meanwhile: a system may be late to end what was killed. */
  private static void delete(Path directory, Predicate<Path> kept) {
    if (!Await.until(() -> tryToDelete(directory, kept).isEmpty(), DELETE_LIMIT)) {
      tryToDelete(directory, kept)
          .ifPresent(
              failure -> {
                throw new UncheckedIOException("Cannot delete " + directory, failure);
              });
    }
  }

  private static Optional<IOException> tryToDelete(Path directory, Predicate<Path> kept) {
    try (Stream<Path> walk = Files.walk(directory)) {
      List<Path> deepestFirst = walk.sorted(Comparator.reverseOrder()).toList();
      for (Path file : deepestFirst) {
        if (!kept.test(file)) {
          Files.deleteIfExists(file);
        }
      }
      return Optional.empty();
    } catch (IOException e) {
      return Optional.of(e);
    } catch (UncheckedIOException e) {
      return Optional.of(e.getCause());
    }
  }
}
