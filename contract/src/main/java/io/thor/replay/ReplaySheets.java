package io.thor.replay;

import io.thor.intraday.Bar;
import java.io.Closeable;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Writes the bars and the sessions of a replay as CSV, each where a path is given. Decimals are
 * plain, without trailing zeros but for VWAPs, which have ten places.
 *
 * <p>Threads: not thread safe.
 */
public final class ReplaySheets implements ReplaySink, Closeable {

  static final String BAR_COLUMNS =
      "bar_start_utc,open,high,low,close,volume,trades,notional,bar_vwap,session,session_vwap_cum";
  static final String SESSION_COLUMNS =
      "session,first_tick_utc,last_tick_utc,open,high,low,close,volume,trades,notional,"
          + "vwap_trade,vwap_typical_1m";

  private final Optional<CsvSheet> bars;
  private final Optional<CsvSheet> sessions;

  private ReplaySheets(Optional<CsvSheet> bars, Optional<CsvSheet> sessions) {
    this.bars = bars;
    this.sessions = sessions;
  }

  /** Begins to write; what stands at the paths stays until {@link #finish}. */
  public static ReplaySheets open(Optional<Path> bars, Optional<Path> sessions) throws IOException {
    Optional<CsvSheet> barSheet = sheet(bars, BAR_COLUMNS);
    return new ReplaySheets(barSheet, sheet(sessions, SESSION_COLUMNS));
  }

  private static Optional<CsvSheet> sheet(Optional<Path> path, String columns) throws IOException {
    return path.isEmpty() ? Optional.empty() : Optional.of(new CsvSheet(path.get(), columns));
  }

  @Override
  public void bar(Bar bar, SessionSummary session) throws IOException {
    if (bars.isPresent()) {
      bars.get().row(bar.symbol(), row(bar, session));
    }
  }

  @Override
  public void session(SessionSummary session) throws IOException {
    if (sessions.isPresent()) {
      sessions.get().row(session.symbol(), row(session));
    }
  }

  /** Puts both files in their places. */
  public void finish() throws IOException {
    if (bars.isPresent()) {
      bars.get().finish();
    }
    if (sessions.isPresent()) {
      sessions.get().finish();
    }
  }

  @Override
  public void close() throws IOException {
    if (bars.isPresent()) {
      bars.get().close();
    }
    if (sessions.isPresent()) {
      sessions.get().close();
    }
  }

  private static String row(Bar bar, SessionSummary session) {
    return String.join(
        ",",
        bar.minute().toString(),
        plain(bar.open()),
        plain(bar.high()),
        plain(bar.low()),
        plain(bar.close()),
        plain(bar.volume()),
        Long.toString(bar.trades()),
        plain(bar.notional()),
        bar.vwap().toPlainString(),
        session.date().toString(),
        session.vwap().toPlainString());
  }

  private static String row(SessionSummary session) {
    return String.join(
        ",",
        session.date().toString(),
        session.first().toString(),
        session.last().toString(),
        plain(session.open()),
        plain(session.high()),
        plain(session.low()),
        plain(session.close()),
        plain(session.volume()),
        Long.toString(session.trades()),
        plain(session.notional()),
        session.vwap().toPlainString(),
        session.vwapTypical().toPlainString());
  }

  private static String plain(BigDecimal value) {
    return value.stripTrailingZeros().toPlainString();
  }
}
