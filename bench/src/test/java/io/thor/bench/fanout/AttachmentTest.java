package io.thor.bench.fanout;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.CommandSpec;

class AttachmentTest {

  private static final long OWN = ProcessHandle.current().pid();
  private static final Map<String, String> TRADER =
      Map.of("THOR_USER", "trader", "THOR_PASSWORD", "trader-of-the-test");

  @ParameterizedTest
  @ValueSource(strings = {"http://127.0.0.1:8080", "http://127.0.0.1:8080/", "http://[::1]/"})
  void takesTheRootOfAServer(String url) {
    assertDoesNotThrow(() -> attachment(OWN, url).check());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"https://127.0.0.1/", "localhost:8080", "http:/", "http://127.0.0.1/thor"})
  void refusesWhatItCannotReach(String url) {
    assertRefused(attachment(OWN, url), "--url is " + url + "; set http://HOST:PORT/");
  }

  @Test
  void refusesAProcessThatEnded() throws IOException, InterruptedException {
    Process ended = new ProcessBuilder("true").start();
    ended.waitFor();
    assertRefused(attachment(ended.pid(), "http://127.0.0.1/"), "there is no such process");
  }

  @Test
  void refusesAProgramThatIsNotJavaAndLetsItLive() throws IOException {
    Process other = new ProcessBuilder("cat").start();
    try {
      assertRefused(attachment(other.pid(), "http://127.0.0.1/"), "it is no Java");
      assertTrue(other.isAlive());
    } finally {
      other.destroy();
    }
  }

  @Test
  void tellsThatNothingAnswers() throws IOException {
    int port;
    try (ServerSocket socket = new ServerSocket(0)) {
      port = socket.getLocalPort();
    }
    Attachment nothing = attachment(OWN, "http://127.0.0.1:" + port + "/");
    assertFails(() -> BenchServer.attached(nothing, TRADER), "/api/health/ready with 200");
  }

  @Test
  void tellsThatNobodySignsIn() {
    Attachment any = attachment(OWN, "http://127.0.0.1/");
    assertFails(() -> BenchServer.attached(any, Map.of()), "THOR_USER is not set");
  }

  @Test
  void needsProcessAndAddress() {
    assertThrows(MissingParameterException.class, () -> options("--pid", "1"));
    assertThrows(MissingParameterException.class, () -> options("--url", "http://127.0.0.1/"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"--idle", "--writer=frame", "--set=thor.feed=replay", "--log=file"})
  void refusesWhatIsForServersThatAreStarted(String option) {
    FanoutOptions options =
        options("--pid", Long.toString(OWN), "--url", "http://127.0.0.1/", option);
    IllegalArgumentException refused = assertThrows(IllegalArgumentException.class, options::check);
    assertTrue(refused.getMessage().contains("for servers that are started"));
  }

  private static FanoutOptions options(String... arguments) {
    FanoutOptions options = new FanoutOptions();
    new CommandLine(CommandSpec.forAnnotatedObject(options))
        .setCaseInsensitiveEnumValuesAllowed(true)
        .parseArgs(arguments);
    return options;
  }

  private static Attachment attachment(long pid, String url) {
    Attachment attachment = new Attachment();
    attachment.pid = pid;
    attachment.url = URI.create(url);
    return attachment;
  }

  private static void assertRefused(Attachment attachment, String why) {
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, attachment::check);
    assertTrue(refused.getMessage().contains(why), refused.getMessage());
  }

  private static void assertFails(Executable action, String why) {
    IllegalStateException failed = assertThrows(IllegalStateException.class, action);
    assertTrue(failed.getMessage().contains(why), failed.getMessage());
  }
}
