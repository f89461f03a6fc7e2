package io.thor.micro;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The files that a server of Payara Micro works on, as its distribution has them. */
final class ServerFiles {

  /** What the server reads, and what it writes its log, its applications and its domain beside. */
  private static final List<String> DIRECTORIES = List.of("config", "docroot", "lib");

  private final Path distribution;

  ServerFiles(Path distribution) {
    this.distribution = distribution;
  }

  /**
   * Writes them to a directory, in place of those of an earlier start. They hold nothing of Thor's;
   * with the earlier ones Payara Micro would deploy the archive twice, first from there, and serve
   * the first for a moment.
   */
  void writeAnew(Path server) {
    try {
      if (Files.exists(server)) {
        delete(server);
      }
      Files.createDirectory(server);
      for (String directory : DIRECTORIES) {
        copy(distribution.resolve(directory), server.resolve(directory));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(
          server + " cannot be made anew; stop the Thor that uses it, or give another --home", e);
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(from.relativize(file).toString()));
      }
    }
  }

  private static void delete(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
