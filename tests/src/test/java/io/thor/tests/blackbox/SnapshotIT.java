package io.thor.tests.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.thor.tests.server.SharedServer;
import io.thor.tests.server.ThorServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@ExtendWith(SharedServer.class)
class SnapshotIT {
  private static final Duration LIMIT = Duration.ofSeconds(20);
  private static final String BARS = "intraday_bar:" + DemoMarket.SYMBOL;
  private static final String VWAP = "vwap:" + DemoMarket.SYMBOL;

  private final ThorServer server;

  SnapshotIT(ThorServer server) {
    this.server = server;
  }

  @ParameterizedTest
  @EnumSource(DemoUser.class)
  void beginsWithTheLastStateOfEveryTopicOfTheUser(DemoUser user) {
    ThorClient client = ThorClient.signIn(server, user);
    TopicsOf.awaitAll(client);
    Set<String> topics = TopicsOf.user(client);
    try (FrameStream stream = client.open()) {
      for (String topic : topics) {
        stream.await("the snapshot of " + topic, LIMIT, frame -> frame.on(topic));
      }
      assertEquals(topics, topics(stream));
      assertEachPositionOnceAndRising(stream);
    }
  }

  @Test
  void goesOnWithLiveUpdates() {
    ThorClient trader = ThorClient.signIn(server, DemoUser.TRADER);
    TopicsOf.awaitAll(trader);
    try (FrameStream stream = trader.open()) {
      long first = stream.await("the snapshot", LIMIT, frame -> frame.on(VWAP)).seq();
      stream.await(
          "a newer VWAP",
          DemoMarket.untilTrades(2),
          frame -> frame.on(VWAP) && frame.seq() > first + 1);
      long bar = stream.await("the snapshot", LIMIT, frame -> frame.on(BARS)).seq();
      stream.await(
          "a newer bar", DemoMarket.untilBar(), frame -> frame.on(BARS) && frame.seq() == bar + 1);
      assertEachPositionOnceAndRising(stream);
    }
  }

  private static Set<String> topics(FrameStream stream) {
    Set<String> topics = new TreeSet<>();
    stream.frames().forEach(frame -> frame.position().map(Position::topic).ifPresent(topics::add));
    return topics;
  }

  private static void assertEachPositionOnceAndRising(FrameStream stream) {
    for (String topic : topics(stream)) {
      List<Long> seqs = stream.on(topic).stream().map(Received::seq).toList();
      assertEquals(new ArrayList<>(new TreeSet<>(seqs)), seqs, topic);
      long span = seqs.get(seqs.size() - 1) - seqs.get(0) + 1;
      assertTrue(!topic.equals(BARS) || span == seqs.size(), () -> "the log has gaps: " + seqs);
    }
  }
}
