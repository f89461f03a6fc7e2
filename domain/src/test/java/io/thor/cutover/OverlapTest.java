package io.thor.cutover;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.thor.config.Profile;
import io.thor.message.MessageTypes;
import io.thor.storage.MemoryDatabase;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What two nodes do at the same time comes out as if one had waited for the other. */
@Timeout(30)
class OverlapTest {

  /** The one that a start comes to first. */
  private static final String FEATURE = MessageTypes.features().get(0);

  private static final Actor ALICE = new Actor("alice", "console");

  private static MemoryDatabase database;

  private final Clock clock = Clock.fixed(Instant.parse("2026-01-05T14:30:00Z"), ZoneOffset.UTC);
  private final Node running = node(Environment.EMPTY);
  private final Node other = node(Environment.EMPTY);

  @BeforeAll
  static void create() {
    database = StoredCutover.create();
  }

  @AfterAll
  static void close() {
    database.close();
  }

  @BeforeEach
  void clear() {
    StoredCutover.clear(database);
  }

  /** Each step of what a node does; the last ones are behind its end. */
  static IntStream steps() {
    return IntStream.rangeClosed(1, 45);
  }

  @ParameterizedTest
  @MethodSource("steps")
  void startDoesNotRaiseWhatIsRolledBackMeanwhile(int step) {
    running.start();

    Node wanting = node(Environment.flag(FEATURE, true));

    meanwhile(step, wanting::start, () -> running.orders.give(FEATURE, rollback()));

    assertRolledBack();
  }

  @ParameterizedTest
  @MethodSource("steps")
  void rollbackHoldsAgainstAnAdvanceMeanwhile(int step) {
    running.start();

    meanwhile(
        step,
        () -> running.orders.give(FEATURE, advance(4)),
        () -> other.orders.give(FEATURE, rollback()));

    assertRolledBack();
  }

  @ParameterizedTest
  @MethodSource("steps")
  void ofTwoWhoSawTheSameOneIsObeyed(int step) {
    running.start();
    other.cutover.refresh();

    List<Outcome> outcomes =
        meanwhile(
            step,
            () -> running.orders.give(FEATURE, advance(4)),
            () -> other.orders.give(FEATURE, advance(4)));

    assertEquals(
        List.of(Optional.of(Refusal.STALE_REVISION)),
        outcomes.stream()
            .filter(Outcome.Refused.class::isInstance)
            .map(refused -> Optional.of(((Outcome.Refused) refused).refusal()))
            .toList());
    assertEquals(5, stored().revision());
  }

  @ParameterizedTest
  @MethodSource("steps")
  void firstStartsAtTheSameTimeStoreEachFeatureOnce(int step) {
    meanwhile(step, running::start, other::start);

    assertEquals(4, stored().states().size());
    assertEquals(4, stored().revision());
  }

  @Test
  void manyRollbacksOnBothNodesAreOneAfterTheOther() {
    running.start();
    int each = 40;
    List<CompletableFuture<Void>> both =
        Stream.of(running, other)
            .map(
                node ->
                    CompletableFuture.runAsync(
                        () ->
                            IntStream.range(0, each)
                                .mapToObj(i -> node.orders.give(FEATURE, rollback()))
                                .forEach(OverlapTest::assertAccepted)))
            .toList();
    both.forEach(CompletableFuture::join);

    assertEquals(4 + 2 * each, stored().revision());
    assertRolledBack();
  }

  private Node node(Environment environment) {
    return new Node(database, clock, new GivenEvidence(), Profile.DEMO, environment);
  }

  private static Order rollback() {
    return new Order(new Command.Rollback(Step.SHADOW), ALICE, "mismatch", OptionalLong.empty());
  }

  private static Order advance(long seen) {
    Command command = new Command.Advance(Optional.of(Histories.NAMED));
    return new Order(command, ALICE, "clean", OptionalLong.of(seen));
  }

  private static void assertAccepted(Outcome outcome) {
    assertInstanceOf(Outcome.Accepted.class, outcome);
  }

  private static StoredCutover stored() {
    StoredCutover stored = StoredCutover.read(database, 0);
    assertEquals(Optional.empty(), stored.news().broken());
    assertEquals(stored.revision(), stored.entries().size());
    return stored;
  }

  private static void assertRolledBack() {
    FeatureState state = stored().state(FEATURE);
    assertEquals(Step.SHADOW, state.step());
    assertTrue(state.overlay().isLatched());
  }

  /** Begins the second at a step of the first, and goes on when it has ended or must wait. */
  private static <T> List<T> meanwhile(
      int step, Supplier<? extends T> first, Supplier<? extends T> second) {
    List<CompletableFuture<T>> begun = new ArrayList<>();
    Runnable begin =
        () -> {
          CompletableFuture<T> running = CompletableFuture.supplyAsync(second::get);
          begun.add(running);
          while (!running.isDone() && !database.somebodyWaits()) {
            Thread.onSpinWait();
          }
        };
    T result = database.interrupted(step, begin, first);
    if (begun.isEmpty()) {
      begin.run();
    }
    return List.of(result, begun.get(0).join());
  }
}
