package io.thor.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SignInTest {

  private static final String TOKEN = "t0ken-of-this-session";
  private static final String PASSWORD = "s3cret\"password";
  private static final String SESSION = "{\"token\":\"" + TOKEN + "\"}";
  private static final String NO_FEATURES = "{\"revision\":1,\"features\":{}}";

  /** An answer that repeats everything it was told. */
  private static final String INDISCREET =
      "{\"title\":\"no\",\"detail\":\"" + TOKEN + " s3cret\\\"password\"}";

  private ScriptedServer server;

  @BeforeEach
  void startServer() throws IOException {
    server = new ScriptedServer();
  }

  @AfterEach
  void stopServer() {
    server.close();
  }

  @Test
  void signsInAsAProgramAndUsesTheTokenAsBearer() {
    server.answers("/api/session", 200, SESSION).answers("/api/cutover", 200, NO_FEATURES);

    assertEquals(ExitCode.OK, status().exitCode());

    ScriptedServer.Request signIn = server.requests().get(0);
    assertEquals("POST /api/session", signIn.line());
    assertEquals("{\"username\":\"operator1\",\"password\":\"s3cret\\\"password\"}", signIn.body());
    assertEquals(Optional.empty(), signIn.origin());
    assertEquals(Optional.empty(), signIn.authorization());
    ScriptedServer.Request query = server.requests().get(1);
    assertEquals("GET /api/cutover", query.line());
    assertEquals(Optional.of("Bearer " + TOKEN), query.authorization());
  }

  @Test
  void exitsWithFiveWhenTheSignInIsRefused() {
    server.answers("/api/session", 401, INDISCREET);

    Shell.Result result = status();

    assertEquals(
        "thorctl: "
            + server.url()
            + " refused the sign-in of 'operator1' (401). Check --user and"
            + " --password, or THOR_USER and THOR_PASSWORD.\n",
        result.err());
    assertEquals(ExitCode.SIGN_IN_REFUSED, result.exitCode());
    assertKeepsSecrets(result);
  }

  @Test
  void exitsWithFiveWhenTheSessionIsNotAcceptedAnyMore() {
    server.answers("/api/session", 200, SESSION).answers("/api/cutover", 401, INDISCREET);

    Shell.Result result = status();

    assertEquals(
        "thorctl: "
            + server.url()
            + "/api/cutover no longer accepts this session (401). Run the"
            + " command again.\n",
        result.err());
    assertEquals(ExitCode.SIGN_IN_REFUSED, result.exitCode());
    assertKeepsSecrets(result);
  }

  @Test
  void namesTheStatusOfAnErrorAnswer() {
    server.answers("/api/session", 200, SESSION).answers("/api/cutover", 500, INDISCREET);

    Shell.Result result = status();

    assertEquals(
        "thorctl: "
            + server.url()
            + "/api/cutover answered 500 instead of 200. Check --url or"
            + " THOR_URL, then the server's log.\n",
        result.err());
    assertEquals(ExitCode.SERVER_FAILED, result.exitCode());
    assertKeepsSecrets(result);
  }

  @Test
  void saysWhatAServerLacksThatIsUnavailable() {
    server.answers("/api/session", 503, INDISCREET);

    Shell.Result result = status();

    assertTrue(result.err().contains("or its database is down"), result.err());
    assertEquals(ExitCode.SERVER_FAILED, result.exitCode());
    assertKeepsSecrets(result);
  }

  @Test
  void saysThatAnAnswerIsNotJson() {
    server
        .answers("/api/session", 200, SESSION)
        .answers("/api/cutover", 200, "<html>" + TOKEN + PASSWORD);

    Shell.Result result = status();

    assertEquals(
        "thorctl: "
            + server.url()
            + "/api/cutover is not a Thor server of this version: the answer"
            + " is not a JSON object. Check --url or THOR_URL.\n",
        result.err());
    assertEquals(ExitCode.SERVER_FAILED, result.exitCode());
    assertKeepsSecrets(result);
  }

  @Test
  void refusesASignInAnswerWithoutToken() {
    server.answers("/api/session", 200, "{\"token\":17}");

    Shell.Result result = status();

    assertTrue(result.err().contains("the answer has no text 'token'"), result.err());
    assertEquals(ExitCode.SERVER_FAILED, result.exitCode());
  }

  @Test
  void saysThatTheServerCannotBeReached() {
    String gone = server.url();
    server.close();

    Shell.Result result = Shell.run(environment(gone), "status");

    assertEquals(
        "thorctl: "
            + gone
            + "/api/session cannot be reached (ConnectException). Is the server"
            + " running there? Check --url or THOR_URL.\n",
        result.err().replaceFirst("\\(ConnectException[^)]*\\)", "(ConnectException)"));
    assertEquals(ExitCode.SERVER_FAILED, result.exitCode());
    assertKeepsSecrets(result);
  }

  @Test
  void givesUpOnASilentServer() {
    server.staysSilentAt("/api/session");

    assertTimesOut("/api/session");
  }

  @Test
  void givesUpOnAnAnswerThatStallsInItsBody() {
    server.answers("/api/session", 200, SESSION).stallsInTheBodyAt("/api/cutover");

    assertTimesOut("/api/cutover");
  }

  @Test
  void asksForThePasswordAtATerminal() {
    server.answers("/api/session", 200, SESSION).answers("/api/cutover", 200, NO_FEATURES);

    Shell.Result result =
        Shell.run(
            Map.of(),
            question ->
                question.equals("Password of operator1: ")
                    ? Optional.of("typed")
                    : Optional.empty(),
            "status",
            "--url",
            server.url() + "/",
            "--user",
            "operator1");

    assertEquals(ExitCode.OK, result.exitCode());
    assertTrue(server.requests().get(0).body().contains("\"password\":\"typed\""));
    assertFalse(result.everything().contains("typed"));
  }

  @Test
  void neverWritesThePasswordOfCredentials() {
    assertEquals(
        "Credentials[user=operator1, password=***]",
        new Credentials("operator1", PASSWORD).toString());
  }

  private void assertTimesOut(String path) {
    Shell.Result result = Shell.run(environment(server.url()), "--timeout-seconds", "1", "status");

    assertEquals(
        "thorctl: "
            + server.url()
            + path
            + " did not answer within 1 s. Is the server overloaded?"
            + " Give more time with --timeout-seconds.\n",
        result.err());
    assertEquals(ExitCode.SERVER_FAILED, result.exitCode());
  }

  private Shell.Result status() {
    return Shell.run(environment(server.url()), "status");
  }

  private static Map<String, String> environment(String url) {
    return Map.of("THOR_URL", url, "THOR_USER", "operator1", "THOR_PASSWORD", PASSWORD);
  }

  private static void assertKeepsSecrets(Shell.Result result) {
    assertFalse(result.everything().contains(TOKEN), result.everything());
    assertFalse(result.everything().contains("s3cret"), result.everything());
  }
}
