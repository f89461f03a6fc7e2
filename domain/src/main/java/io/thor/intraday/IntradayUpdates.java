package io.thor.intraday;

import io.thor.message.IntradayBarUpdate;
import io.thor.message.StreamPosition;
import io.thor.message.VwapUpdate;

/** Writes bars and VWAPs as messages. */
final class IntradayUpdates {

  private IntradayUpdates() {}

  static IntradayBarUpdate bar(Bar bar, String country, boolean isFinal, StreamPosition position) {
    return new IntradayBarUpdate(
        position,
        country,
        bar.symbol(),
        bar.minute(),
        bar.open(),
        bar.high(),
        bar.low(),
        bar.close(),
        bar.volume(),
        bar.trades(),
        bar.vwap(),
        isFinal,
        bar.revision());
  }

  static VwapUpdate vwap(SessionVwap session, StreamPosition position) {
    return new VwapUpdate(
        position,
        session.symbol(),
        session.vwap(),
        session.volume(),
        session.sessionDate(),
        session.lastTrade());
  }
}
