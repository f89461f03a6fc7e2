package io.thor.socket;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.thor.message.Topic;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;

/**
 * Subscribe, picture, live: whatever happens between the steps, a session gets every entry of a log
 * from its picture on, each once and in order. The publisher keeps the order of the real one: first
 * the history, then the shared log.
 */
class SubscribeTest {

  enum Step {
    RECORD,
    PUBLISH,
    TAKE,
    SUBSCRIBE
  }

  private final List<WireFrame> history = new ArrayList<>();
  private final List<Long> received = new ArrayList<>();
  private int published;
  private int phase;
  private int firstExpected;

  @Property
  void nothingIsLostOrDoubledBetweenPictureAndStream(
      @ForAll @Size(min = 1, max = 60) List<Step> steps) {
    history.clear();
    received.clear();
    published = 0;
    phase = 0;
    SharedLog log = new SharedLog(128, 1 << 20);
    BatchCache cache = new BatchCache(log);
    Outbox outbox = new Outbox(log, new PrivateMailbox(256, 1 << 20, new MailboxMemory(1 << 20)));
    outbox.subscribe(Subscription.NOTHING);
    for (Step step : steps) {
      perform(step, log, cache, outbox);
      cache.clear();
    }
    finish(log, cache, outbox);
    List<Long> expected = LongStream.rangeClosed(firstExpected, history.size()).boxed().toList();
    assertEquals(expected, received);
  }

  private void perform(Step step, SharedLog log, BatchCache cache, Outbox outbox) {
    switch (step) {
      case RECORD -> history.add(Frames.bar("A", history.size() + 1));
      case PUBLISH -> publish(log);
      case TAKE -> take(cache, outbox);
      case SUBSCRIBE -> subscribe(outbox);
    }
  }

  private void publish(SharedLog log) {
    if (published < history.size()) {
      log.append(history.get(published++));
    }
  }

  /** A session that is held is not taken from. */
  private void take(BatchCache cache, Outbox outbox) {
    if (phase != 1) {
      outbox
          .take(cache)
          .ifPresent(batch -> batch.frames().forEach(frame -> received.add(Frames.seq(frame))));
    }
  }

  /** First step: held and registered; second step: the picture is taken and the stream goes on. */
  private void subscribe(Outbox outbox) {
    if (phase == 0) {
      outbox.subscribe(Subscription.to(Set.of(Topic.parse("intraday_bar:A")), Set.of()));
      phase = 1;
    } else if (phase == 1) {
      firstExpected = 1;
      history.forEach(outbox::putGiven);
      phase = 2;
    }
  }

  private void finish(SharedLog log, BatchCache cache, Outbox outbox) {
    while (phase < 2) {
      subscribe(outbox);
    }
    while (published < history.size()) {
      publish(log);
    }
    cache.clear();
    take(cache, outbox);
  }
}
