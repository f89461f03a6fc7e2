package io.thor.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ConfigCommandTest extends AtServer {

  ConfigCommandTest() {
    super("operator");
  }

  @BeforeEach
  void answer() {
    server.answers(
        "/api/config",
        200,
        """
        {"settings":[
          {"key":"thor.profile","value":"demo","source":"environment","variable":"THOR_PROFILE"},
          {"key":"thor.push.workers","value":"1","source":"default","variable":"THOR_PUSH_WORKERS"},
          {"key":"thor.admin-password","value":"(set)","source":"environment","variable":"X"}]}""");
  }

  @Test
  void printsEachKeyWithItsValueAndSource() {
    assertEquals(
        """
        thor.profile         demo  (environment)
        thor.push.workers    1  (default)
        thor.admin-password  (set)  (environment)
        """,
        run().out());
  }

  @Test
  void printsOnlyKeysThatContainAText() {
    assertEquals("thor.push.workers  1  (default)\n", run("Push").out());
  }

  @Test
  void printsOnlyWhatSomebodyHasSet() {
    assertEquals(
        """
        thor.profile         demo  (environment)
        thor.admin-password  (set)  (environment)
        """,
        run("--set").out());
  }

  private Shell.Result run(String... arguments) {
    return Shell.run(
        environment(),
        Stream.concat(Stream.of("config"), Stream.of(arguments)).toArray(String[]::new));
  }
}
