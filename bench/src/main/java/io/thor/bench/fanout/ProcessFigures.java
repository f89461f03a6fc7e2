package io.thor.bench.fanout;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** What Linux tells of a running process. */
record ProcessFigures(long pid) {

  /** The unit of times in {@code /proc/PID/stat}: USER_HZ is 100 on every platform of Java's. */
  private static final long TICK_MS = 10;

  private static final int USER_TIME = 11;
  private static final int SYSTEM_TIME = 12;

  /** Processor time that it has used, of all its threads, as user and in the kernel. */
  Duration cpu() {
    String stat = read("stat");
    String[] behindName = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
    long ticks = Long.parseLong(behindName[USER_TIME]) + Long.parseLong(behindName[SYSTEM_TIME]);
    return Duration.ofMillis(ticks * TICK_MS);
  }

  /** Resident memory in KiB. */
  long rssKib() {
    return number(read("status").lines().toList(), "VmRSS:");
  }

  /** The number of files that it may have open. */
  long maxOpenFiles() {
    return number(read("limits").lines().toList(), "Max open files");
  }

  private static long number(List<String> lines, String label) {
    return lines.stream()
        .filter(line -> line.startsWith(label))
        .map(line -> line.substring(label.length()).trim().split("\\s+")[0])
        .mapToLong(Long::parseLong)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("/proc does not tell '" + label + "'"));
  }

  private String read(String file) {
    try {
      return Files.readString(Path.of("/proc", Long.toString(pid), file));
    } catch (IOException e) {
      throw new UncheckedIOException("process " + pid + " cannot be measured; it has ended?", e);
    }
  }
}
