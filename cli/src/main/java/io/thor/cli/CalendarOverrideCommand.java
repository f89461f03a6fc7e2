package io.thor.cli;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code thorctl calendar override}: days on which a market does not follow its calendar. */
@Command(name = "override", description = "Lists, sets and removes days; times are the venue's.")
final class CalendarOverrideCommand implements Runnable {

  @ParentCommand private CalendarCommand calendar;
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "Name what to do, for example: thorctl calendar override list XTKS");
  }

  @Command(name = "list", description = "Shows the days of a market and who changed them.")
  int list(@Parameters(paramLabel = "MIC") String market) {
    JsonObject answer = calendar.thorctl().connect().get(path(market)).json();
    answer.getJsonArray("overrides").getValuesAs(JsonObject.class).stream()
        .map(CalendarOverrideCommand::day)
        .forEach(spec.commandLine().getOut()::println);
    answer.getJsonArray("changes").getValuesAs(JsonObject.class).stream()
        .map(CalendarOverrideCommand::change)
        .forEach(spec.commandLine().getOut()::println);
    return ExitCode.OK;
  }

  @Command(name = "close", description = "The market is closed on that day.")
  int close(
      @Parameters(paramLabel = "MIC") String market,
      @Parameters(paramLabel = "DATE") String date,
      @Option(names = "--reason", required = true, paramLabel = "CODE") String reason,
      @Option(names = "--name", required = true, paramLabel = "WORDS") String name) {
    return put(market, date, body(reason, name));
  }

  @Command(name = "open", description = "The market has a session from --open to --close.")
  int open(
      @Parameters(paramLabel = "MIC") String market,
      @Parameters(paramLabel = "DATE") String date,
      @Option(names = "--open", required = true, paramLabel = "HH:MM") String open,
      @Option(names = "--close", required = true, paramLabel = "HH:MM") String close,
      @Option(names = "--break-start", paramLabel = "HH:MM") Optional<String> breakStart,
      @Option(names = "--break-end", paramLabel = "HH:MM") Optional<String> breakEnd,
      @Option(names = "--reason", required = true, paramLabel = "CODE") String reason,
      @Option(names = "--name", required = true, paramLabel = "WORDS") String name) {
    JsonObjectBuilder body = body(reason, name).add("open", open).add("close", close);
    breakStart.ifPresent(time -> body.add("break_start", time));
    breakEnd.ifPresent(time -> body.add("break_end", time));
    return put(market, date, body);
  }

  @Command(name = "remove", description = "The calendar holds again on that day.")
  int remove(
      @Parameters(paramLabel = "MIC") String market, @Parameters(paramLabel = "DATE") String date) {
    calendar.thorctl().connect().delete(path(market) + "/" + ServerUrl.segment(date));
    return done(market + " " + date + " is as its calendar has it");
  }

  private int put(String market, String date, JsonObjectBuilder body) {
    calendar
        .thorctl()
        .connect()
        .change("PUT", path(market) + "/" + ServerUrl.segment(date), body.build());
    return done(market + " " + date + " is set");
  }

  private int done(String what) {
    spec.commandLine().getOut().println(Printable.line(what));
    return ExitCode.OK;
  }

  private static JsonObjectBuilder body(String reason, String name) {
    return Json.createObjectBuilder().add("reason", reason).add("name", name);
  }

  private static String day(JsonObject day) {
    return Printable.line(
        "%s  %s  %s  %s"
            .formatted(
                day.getString("date"), hours(day), day.getString("reason"), day.getString("name")));
  }

  private static String hours(JsonObject day) {
    if (!day.containsKey("open")) {
      return "closed";
    }
    String hours = day.getString("open") + " to " + day.getString("close");
    return day.containsKey("break_start")
        ? hours + ", break " + day.getString("break_start") + " to " + day.getString("break_end")
        : hours;
  }

  private static String change(JsonObject change) {
    return Printable.line(
        "%s  %s from %s set %s: %s"
            .formatted(
                change.getString("at"),
                change.getString("actor"),
                change.getString("address"),
                change.getString("date"),
                change.getString("words")));
  }

  private static String path(String market) {
    return "/api/market/overrides/" + ServerUrl.segment(market);
  }
}
