package io.thor.micro;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The files that a server of Payara Micro works on, as its distribution has them, but for what it
 * logs.
 */
final class ServerFiles {

  /** What the server reads, and what it writes its log, its applications and its domain beside. */
  private static final List<String> DIRECTORIES = List.of("config", "docroot", "lib");

  private static final String LOGGING = "logging.properties";

  private final Path distribution;

  ServerFiles(Path distribution) {
    this.distribution = distribution;
  }

  /**
   * Writes them to a directory, in place of those of an earlier start. They hold nothing of Thor's;
   * with the earlier ones Payara Micro would deploy the archive twice, first from there, and serve
   * the first for a moment.
   *
   * @param home may hold a {@code logging.properties} for the server
   */
  void writeAnew(Path server, Path home) {
    try {
      if (Files.exists(server)) {
        delete(server);
      }
      Files.createDirectory(server);
      for (String directory : DIRECTORIES) {
        copy(distribution.resolve(directory), server.resolve(directory));
      }
      writeLogging(server.resolve("config").resolve(LOGGING), home.resolve(LOGGING));
    } catch (IOException e) {
      throw new UncheckedIOException(
          server + " cannot be made anew; stop the Thor that uses it, or give another --home", e);
    }
  }

  private static void writeLogging(Path target, Path own) throws IOException {
    try (InputStream settings =
        Files.exists(own)
            ? Files.newInputStream(own)
            : ServerFiles.class.getResourceAsStream(LOGGING)) {
      Files.copy(settings, target, StandardCopyOption.REPLACE_EXISTING);
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
