package io.thor.socket;

import io.thor.channel.Frame;
import io.thor.message.AccountBalanceUpdate;
import io.thor.message.IntradayBarUpdate;
import io.thor.message.StreamPosition;
import io.thor.message.VwapUpdate;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

/** Frames for tests. */
final class Frames {

  private static final Instant START = Instant.parse("2026-01-05T14:30:00Z");
  private static final BigDecimal PRICE = new BigDecimal("900.25");

  private Frames() {}

  /** An entry of the log {@code intraday_bar}. */
  static WireFrame bar(String symbol, long seq) {
    return WireFrame.of(barFrame(symbol, seq));
  }

  static Frame barFrame(String symbol, long seq) {
    return Frame.of(barMessage(symbol, seq));
  }

  static IntradayBarUpdate barMessage(String symbol, long seq) {
    return new IntradayBarUpdate(
        new StreamPosition("e1", seq, START),
        "GLOBAL",
        symbol,
        START.plusSeconds(60 * seq),
        PRICE,
        PRICE,
        PRICE,
        PRICE,
        BigDecimal.ONE,
        1,
        PRICE,
        true,
        0);
  }

  /** A state of {@code vwap}. */
  static WireFrame vwap(String symbol, long seq) {
    return WireFrame.of(
        Frame.of(
            new VwapUpdate(
                new StreamPosition("e1", seq, START),
                symbol,
                PRICE,
                BigDecimal.ONE,
                LocalDate.of(2026, 1, 5),
                START)));
  }

  /** A state that one account's holders may see. */
  static WireFrame balance(String accountId, long seq) {
    BigDecimal cash = new BigDecimal(seq + ".00");
    return WireFrame.of(
        Frame.of(
            new AccountBalanceUpdate(
                new StreamPosition("e1", seq, START),
                accountId,
                "N-1",
                "USD",
                cash,
                cash,
                cash,
                cash,
                cash,
                START)));
  }

  static WireFrame answer(int payloadBytes) {
    return WireFrame.of(Frame.answer("answer", "x".repeat(payloadBytes)));
  }

  static long seq(WireFrame wire) {
    return wire.frame().route().orElseThrow().position().seq();
  }
}
