package io.thor.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThorctlTest {

  private static final Map<String, String> IDENTITY =
      Map.of("THOR_USER", "operator1", "THOR_PASSWORD", "s3cret!");

  @Test
  void helpsWithOptionsAndCommands() {
    Shell.Result result = Shell.run(IDENTITY, "--help");

    assertEquals(ExitCode.OK, result.exitCode());
    for (String word : new String[] {"--url", "--user", "--password", "THOR_URL", "status"}) {
      assertTrue(result.out().contains(word), word + " in " + result.out());
    }
    assertFalse(result.everything().contains("s3cret!"));
  }

  @Test
  void helpsWithACommand() {
    Shell.Result result = Shell.run(Map.of(), "status", "--help");

    assertEquals(ExitCode.OK, result.exitCode());
    assertTrue(result.out().contains("thorctl status"), result.out());
    assertTrue(result.out().contains("--json"), result.out());
  }

  @Test
  void namesTheVersionOfTheBuild() {
    Shell.Result result = Shell.run(Map.of(), "--version");

    assertEquals(ExitCode.OK, result.exitCode());
    assertTrue(result.out().matches("thorctl \\d+\\.\\d+\\.\\d+\\S*\n"), result.out());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''                          | Name a command, for example: thorctl status",
        "fly                         | Unmatched argument at index 0: 'fly'",
        "status --url ftp://host     | URL 'ftp://host' is not http or https; give one like http://localhost:8080.",
        "status --url not^an^address | URL 'not^an^address' is not an address; give one like http://localhost:8080.",
        "status --url http://h/?a=b  | URL 'http://h/?a=b' has a query or fragment; give one like http://localhost:8080.",
        "status --timeout-seconds 0  | --timeout-seconds is 0; give 1 or more."
      })
  void refusesAWrongCommandLine(String arguments, String message) {
    Shell.Result result =
        Shell.run(IDENTITY, arguments.isEmpty() ? new String[0] : arguments.split(" "));

    assertEquals(message, result.err().split("\n")[0]);
    assertEquals(ExitCode.USAGE, result.exitCode());
  }

  @Test
  void asksForAUser() {
    Shell.Result result = Shell.run(Map.of("THOR_PASSWORD", "s3cret!"), "status");

    assertEquals("No user: give --user or set THOR_USER.", result.err().split("\n")[0]);
    assertEquals(ExitCode.USAGE, result.exitCode());
  }

  @Test
  void asksForAPasswordWhereNobodyCanType() {
    Shell.Result result = Shell.run(Map.of("THOR_USER", "operator1"), "status");

    assertEquals(
        "No password: set THOR_PASSWORD, give --password, or run at a terminal to be asked.",
        result.err().split("\n")[0]);
    assertEquals(ExitCode.USAGE, result.exitCode());
  }

  @Test
  void neverRepeatsCredentialsInAUrl() {
    Shell.Result result = Shell.run(IDENTITY, "--url", "http://me:hidden@host", "status");

    assertEquals(ExitCode.USAGE, result.exitCode());
    assertFalse(result.everything().contains("hidden"), result.everything());
  }

  @Test
  void prefersOptionsToVariables() throws IOException {
    try (ScriptedServer server = new ScriptedServer()) {
      server.answers("/api/session", 200, "{\"token\":\"t\"}");
      server.answers("/api/cutover", 200, "{\"revision\":1,\"features\":{}}");

      Shell.Result result =
          Shell.run(
              Map.of("THOR_URL", "http://127.0.0.1:1", "THOR_USER", "a", "THOR_PASSWORD", "b"),
              "--user",
              "operator2",
              "status",
              "--password=other",
              "--url",
              server.url());

      assertEquals(ExitCode.OK, result.exitCode(), result.err());
      assertEquals(
          "{\"username\":\"operator2\",\"password\":\"other\"}", server.requests().get(0).body());
    }
  }
}
