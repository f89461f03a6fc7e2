package io.thor.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UserCommandTest extends AtServer {

  UserCommandTest() {
    super("admin");
  }

  @Test
  void listsUsers() {
    server.answers(
        "/api/users",
        200,
        """
        {"users":[{"username":"admin","roles":["admin","operator"],"enabled":true},
          {"username":"gone","roles":["trader"],"enabled":false}]}""");

    assertEquals(
        """
        admin                admin,operator                 enabled
        gone                 trader                         disabled
        """,
        run("list").out());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "add kim --roles trader,viewer | POST /api/users      | {\"username\":\"kim\",\"password\":\"n3w-password\",\"roles\":[\"trader\",\"viewer\"]}",
        "passwd kim                    | PATCH /api/users/kim | {\"password\":\"n3w-password\"}",
        "grant kim --roles operator    | PATCH /api/users/kim | {\"roles\":[\"operator\"]}",
        "disable kim                   | PATCH /api/users/kim | {\"enabled\":false}",
        "enable kim                    | PATCH /api/users/kim | {\"enabled\":true}"
      })
  void sendsTheChange(String arguments, String line, String body) {
    server.answers("/api/users", 200, "{}");

    Shell.Result result = run(arguments.split(" "));

    assertEquals(ExitCode.OK, result.exitCode(), result.err());
    assertEquals(line, server.requests().get(1).line());
    assertEquals(body, server.requests().get(1).body());
    assertFalse(result.everything().contains("n3w-password"));
  }

  @Test
  void tellsWhyTheServerRefuses() {
    server.answers("/api/users", 409, "{\"detail\":\"'admin' is the last administrator\"}");

    Shell.Result result = run("disable", "admin");

    assertEquals(ExitCode.SERVER_FAILED, result.exitCode());
    assertEquals(
        "thorctl: "
            + server.url()
            + "/api/users/admin answered 409: 'admin' is the last administrator\n",
        result.err());
  }

  @Test
  void asksForAVerb() {
    assertEquals("Name what to do, for example: thorctl user list", run().err().split("\n")[0]);
  }

  private Shell.Result run(String... arguments) {
    Map<String, String> environment = new HashMap<>(environment());
    environment.put("THOR_NEW_PASSWORD", "n3w-password");
    return Shell.run(
        environment, Stream.concat(Stream.of("user"), Stream.of(arguments)).toArray(String[]::new));
  }
}
