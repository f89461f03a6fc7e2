package io.thor.tests.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerProcessTest {
  private static final Duration LIMIT = Duration.ofSeconds(20);

  @TempDir Path directory;

  @Test
  void killsChildrenWithTheirParent() {
    ServerProcess process = shell("sleep 600 & sleep 600 & wait");
    Set<ProcessHandle> tree = treeOf(process, 3);

    process.kill();

    assertTrue(tree.stream().noneMatch(Processes::live));
  }

  @Test
  void killsChildrenWhoseParentEndedBefore() {
    ServerProcess process = shell("sleep 600 & read line; exit 0");
    Set<ProcessHandle> tree = treeOf(process, 2);
    tree.stream().filter(ServerProcessTest::isParent).forEach(ProcessHandle::destroyForcibly);
    assertTrue(Await.until(() -> !process.alive(), LIMIT));

    process.kill();

    assertTrue(tree.stream().noneMatch(Processes::live));
  }

  @Test
  void stopLetsTheProgramEndByItself() throws IOException {
    ServerProcess process =
        shell("trap 'echo ended cleanly; exit 7' TERM; echo up; while :; do sleep 0.1; done");
    assertTrue(Await.until(() -> logged().contains("up"), LIMIT));

    process.stop(LIMIT);

    assertEquals(7, process.exitValue());
    assertTrue(logged().contains("ended cleanly"));
  }

  @Test
  void stopKillsTheProgramThatRefusesToEnd() {
    ServerProcess process = shell("trap '' TERM; echo up; while :; do sleep 0.1; done");
    assertTrue(Await.until(() -> logged().contains("up"), LIMIT));

    process.stop(Duration.ofMillis(200));

    assertFalse(process.alive());
  }

  @Test
  void passesItsVariablesAndNoFlagOfTheCaller() {
    ServerProcess process =
        ServerProcess.start(
            List.of("sh", "-c", "env"), Map.of("WS_FEATURE_POSITIONS", "true"), log());
    assertTrue(Await.until(() -> !process.alive(), LIMIT));

    List<String> flags = logged().lines().filter(line -> line.startsWith("WS_FEATURE")).toList();

    assertEquals(List.of("WS_FEATURE_POSITIONS=true"), flags);
  }

  @Test
  void leavesNoProcessWhenTheJvmEnds() {
    ServerProcess jvm = ServerProcess.start(forgetfulJvm(), Map.of(), log());
    assertTrue(Await.until(() -> Files.exists(started()), LIMIT));
    Set<ProcessHandle> tree = treeOf(jvm, 2);

    tree.stream().filter(ServerProcessTest::isParent).forEach(ProcessHandle::destroy);

    assertTrue(Await.until(() -> tree.stream().noneMatch(Processes::live), LIMIT));
  }

  private List<String> forgetfulJvm() {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    String classPath = System.getProperty("java.class.path");
    return List.of(
        java.toString(), "-cp", classPath, Forgetful.class.getName(), started().toString());
  }

  /** A program that starts a process, never stops it, and waits to be ended. */
  static final class Forgetful {
    private Forgetful() {}

    public static void main(String[] arguments) throws Exception {
      Path started = Path.of(arguments[0]);
      ServerProcess.start(List.of("sleep", "600"), Map.of(), Path.of(started + ".log"));
      Files.createFile(started);
      new CountDownLatch(1).await();
    }
  }

  private ServerProcess shell(String script) {
    return ServerProcess.start(List.of("sh", "-c", script), Map.of(), log());
  }

  private static Set<ProcessHandle> treeOf(ServerProcess process, int size) {
    assertTrue(Await.until(() -> process.tree().size() == size, LIMIT));
    return process.tree();
  }

  private static boolean isParent(ProcessHandle handle) {
    return handle.children().findAny().isPresent();
  }

  private Path started() {
    return directory.resolve("started");
  }

  private Path log() {
    return directory.resolve("process.log");
  }

  private String logged() {
    return Files.exists(log()) ? LogTail.of(log()) : "";
  }
}
