package io.thor.cli;

import io.thor.intraday.SessionRule;
import io.thor.intraday.TradeEligibility;
import io.thor.replay.Replay;
import io.thor.replay.ReplayFigures;
import io.thor.replay.ReplaySheets;
import io.thor.replay.TradeFile;
import io.thor.replay.TradeRow;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code thorctl replay}: the bars and session VWAPs of a trade file, without a server. */
@Command(
    name = "replay",
    description =
        "Computes one-minute bars and session VWAPs from a CSV file of trades; no server.",
    footerHeading = "%nThe file:%n",
    footer = {
      "  CSV in UTF-8, as it is or gzipped, of any length. With a header its columns have any order:",
      "  time (or timestamp), symbol, price, quantity (or qty, size, volume, amount), trade_id,",
      "  conditions; others are ignored. Without one: time,symbol,price,quantity[,trade_id]",
      "  [,conditions].",
      "  Times: ISO 8601 with Z or offset (without either: UTC), or a number since 1970, which is",
      "  seconds with up to 11 digits before the point, milliseconds with 12 to 14, microseconds",
      "  with 15 to 17, nanoseconds with 18 or 19.",
      "  Rows may come in any order. Trades of one time go by trade_id where it is a number, else by",
      "  their order in the file; the same symbol, minute and trade_id again is a duplicate.",
      "  Memory is bounded: beyond 400,000 open bars the oldest quarter is closed, and rows that",
      "  come later for it are left out. Several conditions stand with blanks, ; or | between them.",
      "",
      "Left out and reported with line number: bad rows, times, symbols, prices and quantities,",
      "  unknown symbols, prices not above zero, times in the future, duplicates, rows too late.",
      "",
      "Output: CSV, replaced when the run is done. OUT of --bars has bar_start_utc, open, high, low,",
      "  close, volume, trades, notional, bar_vwap, session, session_vwap_cum; of --sessions session,",
      "  first_tick_utc, last_tick_utc, open, high, low, close, volume, trades, notional, vwap_trade,",
      "  vwap_typical_1m. Where the file has several symbols, a column symbol stands first."
    })
final class ReplayCommand implements Callable<Integer> {

  @Mixin private ReplayOptions options;

  @Spec private CommandSpec spec;

  private final Clock clock = Clock.systemUTC();

  @Override
  public Integer call() {
    PrintWriter err = spec.commandLine().getErr();
    SessionRule sessions = options.sessions();
    TradeEligibility eligibility = options.eligibility();
    ReplayProgress progress = ReplayProgress.of(options.progress(), err, clock);
    LeftOutLines leftOut = new LeftOutLines(err, progress, options.report());
    try (ReplayInput input = ReplayInput.open(options.file());
        ReplaySheets sheets = ReplaySheets.open(options.bars(), options.sessionsTo())) {
      progress.start(input);
      Replay replay = new Replay(sessions, eligibility, sheets, leftOut::accept);
      ReplayFigures figures = run(replay, input, progress);
      progress.clear();
      leftOut.finish();
      ReplayWords.of(figures, progress.elapsed()).forEach(spec.commandLine().getOut()::println);
      return finish(figures, sheets);
    } catch (IOException e) {
      progress.clear();
      throw new FileFailed(options.file(), e);
    }
  }

  private ReplayFigures run(Replay replay, ReplayInput input, ReplayProgress progress)
      throws IOException {
    try (TradeFile trades = TradeFile.open(input, options.rules(clock), replay::leaveOut)) {
      for (Optional<TradeRow> row = trades.next(); row.isPresent(); row = trades.next()) {
        replay.take(row.get());
        progress.at(trades.rows());
      }
      return replay.finish(trades.rows());
    }
  }

  private int finish(ReplayFigures figures, ReplaySheets sheets) throws IOException {
    boolean useless = figures.trades() == 0 && figures.rows() > 0;
    if (!useless && !(options.strict() && figures.faults() > 0)) {
      sheets.finish();
      return ExitCode.OK;
    }
    String why = useless ? "no row is a trade" : "rows were left out under --strict";
    spec.commandLine().getErr().println("thorctl: " + why + "; nothing was written.");
    return ExitCode.ROWS_LEFT_OUT;
  }
}
