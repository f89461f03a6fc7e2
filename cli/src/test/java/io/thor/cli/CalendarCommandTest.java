package io.thor.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalendarCommandTest extends AtServer {

  private static final String PATH = "/api/market/overrides/XTKS";

  CalendarCommandTest() {
    super("operator");
  }

  @Test
  void listsDaysAndWhoChangedThem() {
    server.answers(
        PATH,
        200,
        """
        {"market_id":"XTKS",
         "overrides":[{"date":"2026-01-09","reason":"storm","name":"Typhoon"},
          {"date":"2026-01-10","open":"10:00","close":"12:00","reason":"special","name":"Test day"},
          {"date":"2026-01-17","open":"09:00","break_start":"11:30","break_end":"12:30",
           "close":"15:00","reason":"special","name":"Test day"}],
         "changes":[{"id":1,"at":"2026-01-05T14:30:00Z","actor":"ann","address":"10.0.0.1",
          "date":"2026-01-09","words":"closed, storm, Typhoon"}]}""");

    assertEquals(
        """
        2026-01-09  closed  storm  Typhoon
        2026-01-10  10:00 to 12:00  special  Test day
        2026-01-17  09:00 to 15:00, break 11:30 to 12:30  special  Test day
        2026-01-05T14:30:00Z  ann from 10.0.0.1 set 2026-01-09: closed, storm, Typhoon
        """,
        run("list", "XTKS").out());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "close XTKS 2026-01-09 --reason storm --name Typhoon | PUT | {\"reason\":\"storm\",\"name\":\"Typhoon\"} | is set",
        "open XTKS 2026-01-09 --open 10:00 --close 12:00 --reason special --name Test | PUT | {\"reason\":\"special\",\"name\":\"Test\",\"open\":\"10:00\",\"close\":\"12:00\"} | is set",
        "open XTKS 2026-01-09 --open 09:00 --break-start 11:30 --break-end 12:30 --close 15:00 --reason special --name Test | PUT | {\"reason\":\"special\",\"name\":\"Test\",\"open\":\"09:00\",\"close\":\"15:00\",\"break_start\":\"11:30\",\"break_end\":\"12:30\"} | is set",
        "remove XTKS 2026-01-09 | DELETE | '' | is as its calendar has it"
      })
  void sendsTheChange(String arguments, String method, String body, String words) {
    server.answers(PATH, 200, "{}");

    Shell.Result result = run(arguments.split(" "));

    assertEquals(ExitCode.OK, result.exitCode(), result.err());
    assertEquals(method + " " + PATH + "/2026-01-09", server.requests().get(1).line());
    assertEquals(body, server.requests().get(1).body());
    assertEquals("XTKS 2026-01-09 " + words + "\n", result.out());
  }

  @Test
  void tellsWhyTheServerRefuses() {
    server.answers(PATH, 400, "{\"detail\":\"date is 'monday'; give a date\"}");

    Shell.Result result = run("remove", "XTKS", "monday");

    assertEquals(ExitCode.SERVER_FAILED, result.exitCode());
    assertEquals(
        "thorctl: " + server.url() + PATH + "/monday answered 400: date is 'monday'; give a date\n",
        result.err());
  }

  @Test
  void asksForAVerb() {
    assertEquals(
        "Name what to do, for example: thorctl calendar override list XTKS",
        run().err().split("\n")[0]);
  }

  private Shell.Result run(String... arguments) {
    return Shell.run(
        environment(),
        Stream.concat(Stream.of("calendar", "override"), Stream.of(arguments))
            .toArray(String[]::new));
  }
}
