package io.thor.cli;

import io.thor.intraday.CalendarSessions;
import io.thor.intraday.SessionRule;
import io.thor.intraday.TradeEligibility;
import io.thor.market.MarketCalendar;
import io.thor.market.MarketCalendars;
import io.thor.replay.TradeFileRules;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** What {@code thorctl replay} is told. */
final class ReplayOptions {

  @Parameters(paramLabel = "FILE", description = "The trades; - is standard input.")
  private String file;

  @Option(
      names = "--session-calendar",
      paramLabel = "MIC",
      description =
          "Sessions begin at this venue's open (CMES: at the trade date's); default: at 00:00 UTC.")
  private Optional<String> calendar = Optional.empty();

  @Option(names = "--bars", paramLabel = "OUT.csv", description = "Where to write the bars.")
  private Optional<Path> bars = Optional.empty();

  @Option(names = "--sessions", paramLabel = "OUT.csv", description = "Where to write sessions.")
  private Optional<Path> sessions = Optional.empty();

  @Option(
      names = "--symbol",
      paramLabel = "SYMBOL",
      description = "Of every row, for files whose rows name none.")
  private Optional<String> symbol = Optional.empty();

  @Option(
      names = "--symbols",
      split = ",",
      paramLabel = "SYMBOL",
      description = "The known symbols; rows of others are left out. Default: all.")
  private List<String> knownSymbols = List.of();

  @Option(
      names = "--eligibility",
      paramLabel = "POLICY",
      defaultValue = "all",
      description = {
        "Which trades count: all, or us_regular, without those whose conditions say that the price",
        "is not of the regular market. Default: ${DEFAULT-VALUE}."
      })
  private String eligibility;

  @Option(
      names = "--strict",
      description = "Write nothing and end with 8 when a row is left out for a fault.")
  private boolean strict;

  @Option(
      names = "--report",
      paramLabel = "N",
      defaultValue = "1000",
      description = "How many rows left out are named; all are counted. Default: ${DEFAULT-VALUE}.")
  private long report;

  @Option(
      names = "--progress",
      paramLabel = "HOW",
      defaultValue = "auto",
      description = {
        "On standard error: bar (one line that changes), lines (one a second), none, or auto: bar at",
        "a terminal, else lines. Default: ${DEFAULT-VALUE}."
      })
  private String progress;

  @Spec(Target.MIXEE)
  private CommandSpec spec;

  TradeEligibility eligibility() {
    return constant("--eligibility", eligibility, TradeEligibility.values());
  }

  String file() {
    return file;
  }

  Optional<Path> bars() {
    return bars;
  }

  Optional<Path> sessionsTo() {
    return sessions;
  }

  boolean strict() {
    return strict;
  }

  long report() {
    return report;
  }

  TradeFileRules rules(Clock clock) {
    return new TradeFileRules(
        symbol, Optional.of(Set.copyOf(knownSymbols)).filter(known -> !known.isEmpty()), clock);
  }

  SessionRule sessions() {
    if (calendar.isEmpty()) {
      return SessionRule.UTC_DAY;
    }
    MarketCalendars all = MarketCalendars.load();
    return all.find(calendar.get())
        .map(CalendarSessions::new)
        .orElseThrow(() -> usage("--session-calendar", calendar.get(), markets(all)));
  }

  private static String markets(MarketCalendars all) {
    return all.all().stream().map(MarketCalendar::marketId).collect(Collectors.joining(", "));
  }

  ReplayProgress.Form progress() {
    return constant("--progress", progress, ReplayProgress.Form.values());
  }

  private <E extends Enum<E>> E constant(String option, String text, E[] all) {
    return Stream.of(all)
        .filter(each -> each.name().equalsIgnoreCase(text))
        .findFirst()
        .orElseThrow(
            () ->
                usage(
                    option,
                    text,
                    Stream.of(all)
                        .map(each -> each.name().toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining(", "))));
  }

  private ParameterException usage(String option, String value, String choice) {
    return new ParameterException(
        spec.commandLine(), option + " is '" + value + "'; choose one of " + choice + ".");
  }
}
