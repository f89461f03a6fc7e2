package io.thor.channel;

import io.thor.message.IntradayBarUpdate;
import io.thor.message.StreamPosition;
import io.thor.message.TopicMessage;
import io.thor.message.VwapUpdate;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

/** States of topics that differ in their position alone. */
final class States {

  static final String EPOCH = "k7";

  private static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");

  private States() {}

  /** A state of the topic {@code vwap:symbol}. */
  static VwapUpdate vwap(String symbol, long seq) {
    return vwap(symbol, EPOCH, seq);
  }

  static VwapUpdate vwap(String symbol, String epoch, long seq) {
    return new VwapUpdate(
        new StreamPosition(epoch, seq, NOON),
        symbol,
        BigDecimal.TEN,
        BigDecimal.ONE,
        LocalDate.of(2026, 1, 5),
        NOON);
  }

  /** An entry of the log topic {@code intraday_bar:symbol}. */
  static IntradayBarUpdate bar(String symbol, String epoch, long seq) {
    return bar(symbol, new StreamPosition(epoch, seq, NOON));
  }

  static IntradayBarUpdate bar(String symbol, StreamPosition position) {
    BigDecimal one = BigDecimal.ONE;
    return new IntradayBarUpdate(
        position, "GLOBAL", symbol, NOON, one, one, one, one, one, 1, one, true, 0);
  }

  static List<Long> positions(Collection<? extends TopicMessage> messages) {
    return messages.stream().map(message -> message.position().seq()).toList();
  }

  static List<Long> positionsOf(Collection<Frame> frames) {
    return frames.stream().map(frame -> frame.route().orElseThrow().position().seq()).toList();
  }
}
