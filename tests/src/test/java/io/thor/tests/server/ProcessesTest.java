package io.thor.tests.server;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class ProcessesTest {
  /** The lines' middle: parent, group and so on, up to the priority. */
  private static final String MIDDLE = "709 706 419 0 -1 4227084 1997 0 1 0 5 0 0 0 20 0";

  @Test
  void aZombieWithoutThreadsHasEnded() {
    assertTrue(Processes.ended(stat("java", 'Z', 1)));
  }

  @Test
  void aZombieWhoseThreadsAreStillToEndHasNot() {
    assertFalse(Processes.ended(stat("java", 'Z', 2)));
  }

  @Test
  void whatRunsHasNotEndedWhateverItsName() {
    assertFalse(Processes.ended(stat("a) Z (b", 'S', 1)));
  }

  @Test
  void readsTheLineOfThisJvm() throws IOException {
    Path stat = Path.of("/proc/self/stat");
    Assumptions.assumeTrue(Files.exists(stat), "only Linux has it");
    assertFalse(Processes.ended(Files.readString(stat)));
    assertTrue(Processes.live(ProcessHandle.current()));
  }

  private static String stat(String name, char state, int threads) {
    return "778 (%s) %s %s %d 0 3116717".formatted(name, state, MIDDLE, threads);
  }
}
