package io.thor.incontainer;

import static java.util.Comparator.comparingLong;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.thor.channel.ChannelLayer;
import io.thor.channel.Frame;
import io.thor.message.StreamPosition;
import io.thor.message.TopicMessage;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a position means, against the real database. */
@ExtendWith(ArquillianExtension.class)
public class CommitsIT {

  private static final int COMMITS = 300;

  @Resource ManagedThreadFactory threads;
  @Inject MarkedBars bars;
  @Inject FiredMessages fired;
  @Inject ThrowingObserver throwing;
  @Inject CommitStorm storm;
  @Inject CountedInstrument counted;
  @Inject ChannelLayer channel;

  @Deployment
  static WebArchive thor() {
    return ThorDeployment.create();
  }

  @Test
  public void firesWhatIsCommittedOnceInOrderAndNothingElse() throws Exception {
    List<String> symbols = List.of("STORM-1", "STORM-2", "STORM-3", "STORM-4");
    symbols.forEach(this::watch);

    List<TopicMessage> committed = storm.rage(symbols, 1);

    for (String symbol : symbols) {
      List<TopicMessage> expected =
          committed.stream()
              .filter(message -> message.topic().key().equals(symbol))
              .sorted(comparingLong(message -> message.position().seq()))
              .toList();
      assertTrue(expected.size() > CommitStorm.THREADS, "too few commits to " + symbol);
      assertEquals(expected, fired.on(symbol), "fired on " + symbol);
      assertEquals(expected, bars.stored(symbol), "stored of " + symbol);
      assertEquals(
          LongStream.rangeClosed(1, expected.size()).boxed().toList(),
          expected.stream().map(message -> message.position().seq()).toList());
      StreamPosition last = expected.get(expected.size() - 1).position();
      assertEquals(last, bars.head(symbol).orElseThrow());
    }
    assertEquals(List.of(), fired.firedEarly());
  }

  @Test
  public void firesALostCommitBeforeThoseThatCameAfterIt() throws Exception {
    watch("LOST-1");
    TopicMessage first = bars.commit("LOST-1", 1);
    TopicMessage lost = bars.lose("LOST-1", 2);
    TopicMessage third = bars.commit("LOST-1", 3);
    TopicMessage fourth = bars.commit("LOST-1", 4);

    assertEquals(List.of(first, lost, third, fourth), fired.await("LOST-1", 4));
  }

  @Test
  public void firesEachOfSeveralLostCommits() throws Exception {
    watch("LOST-2");
    TopicMessage first = bars.commit("LOST-2", 1);
    TopicMessage lost = bars.lose("LOST-2", 2);
    TopicMessage alsoLost = bars.lose("LOST-2", 3);
    TopicMessage fourth = bars.commit("LOST-2", 4);
    TopicMessage lostAgain = bars.lose("LOST-2", 5);
    TopicMessage sixth = bars.commit("LOST-2", 6);

    assertEquals(
        List.of(first, lost, alsoLost, fourth, lostAgain, sixth), fired.await("LOST-2", 6));
  }

  @Test
  public void firesALostCommitThatNoneFollows() throws Exception {
    watch("LOST-3");
    TopicMessage first = bars.commit("LOST-3", 1);
    TopicMessage lost = bars.lose("LOST-3", 2);

    assertEquals(List.of(first, lost), fired.await("LOST-3", 2));
  }

  @Test
  public void firesALostCommitThatIsTheFirstOfItsTopic() throws Exception {
    watch("LOST-4");
    TopicMessage lost = bars.lose("LOST-4", 1);

    assertEquals(List.of(lost), fired.await("LOST-4", 1));
  }

  @Test
  public void readsAStateAnewWhenACommitComesInBetween() {
    counted.begin();
    AtomicInteger changes = new AtomicInteger(3);
    CountedInstrument.Read last =
        counted.read(
            () -> {
              if (changes.getAndDecrement() > 0) {
                counted.change();
              }
            });
    assertEquals(new CountedInstrument.Read(4, "4"), last);
  }

  @Test
  public void readsStatesUnderTheirPositionsBesideCommits() throws InterruptedException {
    counted.begin();
    Thread committing = threads.newThread(() -> repeat(COMMITS, counted::change));
    committing.start();
    List<CountedInstrument.Read> torn = new ArrayList<>();
    int reads = 0;
    while (committing.isAlive()) {
      CountedInstrument.Read read = counted.read(() -> {});
      reads++;
      if (!read.belongsTogether()) {
        torn.add(read);
      }
    }
    assertEquals(List.of(), torn, "of " + reads + " reads");
    assertEquals(1 + COMMITS, counted.read(() -> {}).seq());
    assertTrue(reads > COMMITS / 10, "too few reads: " + reads);
  }

  @Test
  public void deliversWhatAnObserverThrowsAt() {
    watch("THROW-1");
    Queue<String> frames = new ConcurrentLinkedQueue<>();
    long before = throwing.calls();

    ChannelLayer.Registration registration = channel.subscribe(frame -> add(frame, frames));
    TopicMessage committed = bars.commit("THROW-1", 1);
    registration.close();

    assertTrue(throwing.calls() > before, "no observer threw");
    assertEquals(List.of(committed), fired.on("THROW-1"));
    assertEquals(List.of(Frame.of(committed).text()), List.copyOf(frames));
  }

  private static void add(Frame frame, Queue<String> frames) {
    if (frame.route().filter(route -> route.topic().key().equals("THROW-1")).isPresent()) {
      frames.add(frame.text());
    }
  }

  private static void repeat(int times, Runnable task) {
    for (int i = 0; i < times; i++) {
      task.run();
    }
  }

  private void watch(String symbol) {
    bars.list(symbol);
    fired.watch(symbol);
  }
}
