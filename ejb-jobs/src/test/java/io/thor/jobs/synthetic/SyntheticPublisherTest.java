package io.thor.jobs.synthetic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.thor.message.Message;
import io.thor.message.MessageEncoder;
import io.thor.message.SyntheticUpdate;
import io.thor.synthetic.SyntheticSettings;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class SyntheticPublisherTest {

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-01-05T14:30:00.123456Z"), ZoneOffset.UTC);

  @Test
  void countsEachTopicFromOneInTurns() {
    SyntheticLog log = new SyntheticLog(new SyntheticSettings(10, 250, 2), CLOCK);
    List<SyntheticUpdate> made = List.of(log.next(), log.next(), log.next());
    assertEquals(
        List.of("synthetic:S0", "synthetic:S1", "synthetic:S0"),
        made.stream().map(update -> update.topic().toString()).toList());
    assertEquals(
        List.of(1L, 1L, 2L), made.stream().map(update -> update.position().seq()).toList());
    assertEquals(1_767_623_400_123_456_000L, made.get(0).sentNs());
  }

  @Test
  void padsToTheSizeOfTheEnvelope() {
    SyntheticLog log = new SyntheticLog(new SyntheticSettings(10, 400, 1), CLOCK);
    assertEquals(400, MessageEncoder.encode(log.next()).length);
  }

  @Test
  void publishesUntilItIsStopped() throws InterruptedException {
    BlockingQueue<Message> published = new LinkedBlockingQueue<>();
    SyntheticPublisher publisher = publisher(5000, published);
    CountDownLatch ended = new CountDownLatch(1);
    Thread thread =
        new Thread(
            () -> {
              publisher.run();
              ended.countDown();
            });
    thread.start();
    for (long seq = 1; seq <= 100; seq++) {
      Message next = published.poll(10, TimeUnit.SECONDS);
      assertTrue(next instanceof SyntheticUpdate update && update.position().seq() == seq);
    }
    publisher.stop();
    assertTrue(ended.await(10, TimeUnit.SECONDS));
    assertEquals(publisher.getPublished(), published.size() + 100);
  }

  @Test
  void refusesARateThatIsTooHigh() {
    SyntheticPublisher publisher = publisher(0, new LinkedBlockingQueue<>());
    publisher.setRatePerSecond(100_000);
    assertEquals(100_000, publisher.getRatePerSecond());
    assertThrows(IllegalArgumentException.class, () -> publisher.setRatePerSecond(100_001));
  }

  private static SyntheticPublisher publisher(int rate, BlockingQueue<Message> published) {
    SyntheticLog log = new SyntheticLog(new SyntheticSettings(rate, 250, 1), CLOCK);
    return new SyntheticPublisher(log, rate, published::add, () -> {});
  }
}
