package io.thor.tests.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The sockets of a process that wait for connections, as Linux tells them in {@code /proc}. */
record ListeningSockets(Path process) {
  private static final String LISTENS = "0A";
  private static final Set<String> LOOPBACK =
      Set.of("0100007F", "0000000000000000FFFF00000100007F", "00000000000000000000000001000000");

  ListeningSockets(long pid) {
    this(Path.of("/proc", String.valueOf(pid)));
  }

  /** Those that others than this machine reach, as address and port in hexadecimal digits. */
  List<String> open() {
    Set<String> own = own();
    return Stream.of("net/tcp", "net/tcp6")
        .flatMap(table -> lines(process.resolve(table)).stream().skip(1))
        .map(line -> line.trim().split("\\s+"))
        .filter(columns -> columns[3].equals(LISTENS) && own.contains(columns[9]))
        .map(columns -> columns[1])
        .filter(address -> !LOOPBACK.contains(address.split(":")[0]))
        .toList();
  }

  /** The numbers of the sockets that the process has open, of whatever kind. */
  private Set<String> own() {
    try (Stream<Path> files = Files.list(process.resolve("fd"))) {
      return files
          .map(ListeningSockets::target)
          .filter(target -> target.startsWith("socket:["))
          .map(target -> target.substring("socket:[".length(), target.length() - 1))
          .collect(Collectors.toSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What a file descriptor stands for; nothing when it was closed meanwhile. */
  private static String target(Path file) {
    try {
      return Files.readSymbolicLink(file).toString();
    } catch (IOException e) {
      return "";
    }
  }

  private static List<String> lines(Path table) {
    try {
      return Files.readAllLines(table);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
