package io.thor.intraday;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/** The recorded trades and a run of the engine over the full days. */
final class Recording {

  private static final Duration GRACE = Duration.ofSeconds(2);

  private Recording() {}

  static List<Trade> trades() {
    List<Trade> trades = new ArrayList<>();
    try (TradeCsv recording = BitstampRecording.open()) {
      recording.forEachRemaining(trades::add);
    }
    return trades;
  }

  /** The trades of the full days. */
  static List<Trade> fullDays() {
    Instant end =
        BitstampRecording.FIRST_DAY
            .plusDays(BitstampRecording.FULL_DAYS)
            .atStartOfDay(ZoneOffset.UTC)
            .toInstant();
    return trades().stream().filter(trade -> trade.time().isBefore(end)).toList();
  }

  /** Streams trades, and hands each final bar over with the session VWAP at the bar's end. */
  static void stream(List<Trade> trades, BiConsumer<Bar, SessionVwap> onFinal) {
    BarEngine engine = new BarEngine(BitstampRecording.SYMBOL, Given.rules(GRACE));
    long minute = Minutes.of(trades.get(0).time());
    for (Trade trade : trades) {
      if (Minutes.of(trade.time()) > minute) {
        minute = Minutes.of(trade.time());
        finish(engine, minute, onFinal);
      }
      engine.accept(trade);
    }
    finish(engine, minute + 1, onFinal);
  }

  private static void finish(BarEngine engine, long minute, BiConsumer<Bar, SessionVwap> onFinal) {
    IntradayChanges changes = engine.advanceTo(Minutes.start(minute).plus(GRACE));
    for (Bar bar : changes.finals()) {
      onFinal.accept(bar, engine.session().orElseThrow());
    }
  }
}
