package io.thor.tests.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Tells processes that live from those that ended. */
final class Processes {
  /** Fields of {@code /proc/.../stat}, counted from the one behind the name. */
  private static final int STATE = 0;

  private static final int THREADS = 17;

  private Processes() {}

  /**
   * Whether the process lives. On Linux an ended orphan stays in the process table until process 1
   * takes note, for seconds, and in some containers for ever; it counts as ended.
   */
  static boolean live(ProcessHandle process) {
    return process.isAlive() && !ended(process.pid());
  }

  private static boolean ended(long pid) {
    Path stat = Path.of("/proc", String.valueOf(pid), "stat");
    if (!Files.exists(stat)) {
      return false;
    }
    try {
      return ended(Files.readString(stat));
    } catch (IOException e) {
      // It ended and was removed between the two calls: isAlive will say so when asked again.
      return false;
    }
  }

  /**
   * Whether a line of {@code /proc/.../stat} is that of a process of which nothing is left but the
   * line. While a killed one has threads to end, its first may be a zombie already, and its files
   * are still open and locked.
   */
  static boolean ended(String stat) {
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
    return fields[STATE].equals("Z") && Integer.parseInt(fields[THREADS]) <= 1;
  }
}
