package io.thor.tests.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Tells processes that live from those that ended. */
final class Processes {
  private Processes() {}

  /**
   * Whether the process lives. On Linux an ended orphan stays in the process table until process 1
   * takes note, for seconds, and in some containers for ever; it counts as ended.
   */
  static boolean live(ProcessHandle process) {
    return process.isAlive() && !zombie(process.pid());
  }

  private static boolean zombie(long pid) {
    Path stat = Path.of("/proc", String.valueOf(pid), "stat");
    if (!Files.exists(stat)) {
      return false;
    }
    try {
      String fields = Files.readString(stat);
      return fields.startsWith(") Z", fields.lastIndexOf(')'));
    } catch (IOException e) {
      // It ended and was removed between the two calls: isAlive will say so when asked again.
      return false;
    }
  }
}
