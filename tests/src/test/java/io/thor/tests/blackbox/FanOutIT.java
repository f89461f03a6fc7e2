package io.thor.tests.blackbox;

import static java.util.stream.Collectors.groupingBy;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.thor.tests.server.SharedServer;
import io.thor.tests.server.ThorServer;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedServer.class)
class FanOutIT {
  private static final int CLIENTS = 50;
  private static final int HEARTBEATS = 3;
  private static final int TICKS_BETWEEN = 3;
  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final String VWAP = "vwap:" + DemoMarket.SYMBOL;
  private static final String BARS = "intraday_bar:" + DemoMarket.SYMBOL;

  private final ThorClient trader;

  FanOutIT(ThorServer server) {
    trader = ThorClient.signIn(server, DemoUser.TRADER);
  }

  @Test
  void fiftyClientsReceiveTheSameSequence() {
    TopicsOf.awaitAll(trader);
    List<FrameStream> streams = open();
    try {
      long start = awaitAll(streams, "a VWAP", LIMIT, 0);
      long middle = awaitAll(streams, "a newer VWAP", DemoMarket.untilTrades(2), start + 1);
      awaitAll(streams, "one newer still", DemoMarket.untilTrades(2), middle + 1);
      int tick = tick(streams.get(0));
      streams.forEach(stream -> awaitHeartbeats(stream, tick));

      assertSameBytesAtSamePosition(streams);
      assertSameHeartbeats(streams);
      streams.forEach(FanOutIT::assertLogIsContiguous);
      assertSameSequence(streams, start, middle);
    } finally {
      streams.forEach(FrameStream::close);
    }
  }

  private List<FrameStream> open() {
    List<CompletableFuture<FrameStream>> opening =
        Stream.generate(() -> trader.openAsync()).limit(CLIENTS).toList();
    return opening.stream().map(CompletableFuture::join).toList();
  }

  /**
   * Waits until each has a VWAP of that number or later; the latest number that any of them has.
   */
  private static long awaitAll(
      List<FrameStream> streams, String what, Duration limit, long atLeast) {
    return streams.stream()
        .mapToLong(
            stream ->
                stream.await(what, limit, frame -> frame.on(VWAP) && frame.seq() >= atLeast).seq())
        .max()
        .orElseThrow();
  }

  private static int tick(FrameStream stream) {
    return stream
        .awaitNext("a heartbeat", LIMIT, frame -> frame.is("heartbeat"))
        .data()
        .getInt("tick");
  }

  /** Waits until this client too has so many heartbeats, counted from the tick of one. */
  private static void awaitHeartbeats(FrameStream stream, int tick) {
    int last = tick + (HEARTBEATS - 1) * TICKS_BETWEEN;
    stream.await(
        "the heartbeat of tick " + last,
        LIMIT,
        frame -> frame.is("heartbeat") && frame.data().getInt("tick") >= last);
  }

  private static void assertSameBytesAtSamePosition(List<FrameStream> streams) {
    Map<Position, String> seen = new HashMap<>();
    for (FrameStream stream : streams) {
      for (Received frame : stream.frames()) {
        frame
            .position()
            .map(position -> seen.putIfAbsent(position, frame.text()))
            .ifPresent(other -> assertEquals(other, frame.text()));
      }
    }
  }

  private static void assertSameHeartbeats(List<FrameStream> streams) {
    Map<Integer, List<Received>> byTick =
        streams.stream()
            .flatMap(stream -> stream.frames().stream())
            .filter(frame -> frame.is("heartbeat"))
            .collect(groupingBy(frame -> frame.data().getInt("tick")));
    byTick.forEach(
        (tick, frames) ->
            assertEquals(
                1, frames.stream().map(Received::text).distinct().count(), "tick " + tick));
    long complete = byTick.values().stream().filter(frames -> frames.size() == CLIENTS).count();
    assertTrue(complete >= HEARTBEATS, "heartbeats that all clients received: " + complete);
  }

  private static void assertLogIsContiguous(FrameStream stream) {
    List<Long> seqs = stream.on(BARS).stream().map(Received::seq).toList();
    for (int i = 1; i < seqs.size(); i++) {
      assertEquals(seqs.get(i - 1) + 1, seqs.get(i));
    }
  }

  /** Between two positions that all clients have passed, none has more or less than another. */
  private static void assertSameSequence(List<FrameStream> streams, long from, long to) {
    List<Long> first = between(streams.get(0), from, to);
    streams.forEach(stream -> assertEquals(first, between(stream, from, to)));
  }

  private static List<Long> between(FrameStream stream, long from, long to) {
    return stream.on(VWAP).stream()
        .map(Received::seq)
        .filter(seq -> seq >= from && seq <= to)
        .toList();
  }
}
