package io.thor.cutover;

import static java.util.stream.Collectors.toMap;

import io.thor.message.MessageTypes;
import io.thor.storage.Database;
import io.thor.storage.DatabaseDownException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The stages in force on this node. They are read from the database by {@link #refresh()}; between,
 * and while the database is down, the last known ones hold, lowered by what is ordered meanwhile. A
 * {@link CutoverStatus} is fired when it differs from the last; its revision never falls.
 *
 * <p>Threads: any.
 */
@ApplicationScoped
public class Cutover {

  private static final System.Logger LOG = System.getLogger(Cutover.class.getName());
  private static final String NOT_READ = "not read yet";

  @Inject Database database;
  @Inject CutoverRows rows;
  @Inject StoredOrders orders;
  @Inject CutoverSettings settings;
  @Inject Event<CutoverStatus> changes;
  @Inject Clock clock;

  /** Held while the database is asked, so that what is read and what waits belong together. */
  private final Lock asking = new ReentrantLock();

  /** Guarded by this; the database is never asked meanwhile. */
  private final UnstoredOrders unstored = new UnstoredOrders();

  /** The orders that could not be stored at the last attempt. Guarded by {@link #asking}. */
  private List<UnstoredOrder> notStored = List.of();

  private volatile CutoverStatus current = nothingYet();

  private record Changed<T>(T result, CutoverStates read, int included) {}

  /** The stages in force, from memory. */
  public CutoverStatus current() {
    return current;
  }

  /** Whether sessions are sent a feature's messages. */
  public boolean sends(String feature) {
    return current.of(feature).stage().sends();
  }

  /** Reads the stored stages, which any node may have changed, and fires what is new. */
  public void refresh() {
    change(Optional::empty);
  }

  /** The last known state of a feature, before caps; empty before anything is read. */
  synchronized Optional<FeatureState> state(String feature) {
    return unstored.known().of(feature);
  }

  /** Whether no order of a feature waits for the database. */
  synchronized boolean isStored(String feature) {
    return !unstored.waitsFor(feature);
  }

  /**
   * Stores the orders that wait and does some work behind them, in one transaction, and fires what
   * is new after its commit.
   *
   * <p>Errors: those of the work; {@link DatabaseDownException}, after which all orders still wait.
   */
  <T> T change(Supplier<T> work) {
    Optional<CutoverStatus> news;
    T result;
    // Before the lock: whoever has it may wait for a database that is away.
    database.requireAnswer();
    asking.lock();
    try {
      Changed<T> changed = behind(waiting(), work);
      result = changed.result();
      news = take(changed);
    } finally {
      asking.unlock();
    }
    news.ifPresent(changes::fire);
    return result;
  }

  /**
   * Obeys what can only lower or hold, on this node, until the database is back.
   *
   * <p>Errors: {@link java.util.NoSuchElementException} before anything is read.
   */
  List<Outcome> obeyInMemory(List<String> features, Order order) {
    List<Outcome> outcomes;
    Optional<CutoverStatus> news;
    synchronized (this) {
      outcomes =
          features.stream()
              .map(feature -> unstored.obey(feature, order, clock.instant(), machine()))
              .toList();
      news = show();
    }
    news.ifPresent(changes::fire);
    return outcomes;
  }

  /** Orders that cannot be stored go on to hold in memory, and are in the way of no other. */
  private <T> Changed<T> behind(List<UnstoredOrder> waiting, Supplier<T> work) {
    try {
      return inTransaction(waiting, work);
    } catch (DatabaseDownException e) {
      throw e;
    } catch (RuntimeException e) {
      if (waiting.isEmpty()) {
        throw e;
      }
      tellNotStored(waiting, e);
      return inTransaction(List.of(), work);
    }
  }

  /** Once for the same orders, which are tried again with each change. */
  private void tellNotStored(List<UnstoredOrder> orders, RuntimeException why) {
    Level level = orders.equals(notStored) ? Level.DEBUG : Level.WARNING;
    LOG.log(level, "orders given while the database was down hold in memory alone", why);
    notStored = orders;
  }

  private <T> Changed<T> inTransaction(List<UnstoredOrder> waiting, Supplier<T> work) {
    return database.inNewTransaction(
        () -> {
          waiting.forEach(orders::obeyLate);
          return new Changed<>(work.get(), read(), waiting.size());
        });
  }

  private synchronized List<UnstoredOrder> waiting() {
    return unstored.waiting();
  }

  private synchronized Optional<CutoverStatus> take(Changed<?> changed) {
    unstored.read(changed.read(), changed.included(), machine());
    return show();
  }

  /**
   * The first status is no news: when it is read nobody listens, and not all who will are there.
   */
  private Optional<CutoverStatus> show() {
    CutoverStatus before = current;
    current = inForce(unstored.known());
    boolean changed = before.revision() > 0 && !current.equals(before);
    return changed ? Optional.of(current) : Optional.empty();
  }

  private CutoverStates read() {
    return new CutoverStates(
        rows.revision(),
        rows.all().stream().collect(toMap(FeatureState::feature, Function.identity())));
  }

  private CutoverStatus inForce(CutoverStates known) {
    return new CutoverStatus(
        known.revision(),
        MessageTypes.features().stream()
            .map(feature -> inForce(feature, known.of(feature)))
            .toList());
  }

  private FeatureStage inForce(String feature, Optional<FeatureState> stored) {
    return settings
        .caps(feature)
        .applyTo(stored.map(FeatureState::uncapped).orElseGet(() -> notRead(feature)));
  }

  private StageMachine machine() {
    return new StageMachine(settings.rules());
  }

  private static CutoverStatus nothingYet() {
    return new CutoverStatus(0, MessageTypes.features().stream().map(Cutover::notRead).toList());
  }

  private static FeatureStage notRead(String feature) {
    return new FeatureStage(feature, Stage.SHADOW, NOT_READ);
  }
}
