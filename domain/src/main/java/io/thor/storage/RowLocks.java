package io.thor.storage;

import jakarta.persistence.LockTimeoutException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Lets transactions of this node wait for each other before they reach the database, whose own lock
 * then keeps out the other nodes alone.
 *
 * <p>Where several transactions wait for one row, H2 (2.2.224 to 2.4.240) at times gives the row to
 * the next as it was before the last commit, and so loses that commit. One that never waits inside
 * the database cannot meet this.
 *
 * <p>Threads: any; a transaction belongs to its thread.
 */
final class RowLocks {

  private final Map<Row, RowLock> locks = new ConcurrentHashMap<>();
  private final ThreadLocal<Scope> current = new ThreadLocal<>();
  private final Duration patience;

  /**
   * @param patience how long a transaction waits for another
   */
  RowLocks(Duration patience) {
    this.patience = patience;
  }

  private record Row(Class<?> type, Object id) {}

  private static final class RowLock extends ReentrantLock {

    private static final long serialVersionUID = 1L;

    /** How many hold it or wait for it; changed inside the map's own lock. */
    private int users;

    RowLock() {
      super(true);
    }
  }

  /** Begins a transaction of the calling thread, inside the one that it may have. */
  Scope begin() {
    Scope scope = new Scope(current.get());
    current.set(scope);
    return scope;
  }

  /**
   * Waits until no other transaction of this node holds a row, and holds it until the caller's
   * ends.
   *
   * <p>Errors: {@link LockTimeoutException} when the other did not end in time; {@link
   * IllegalStateException} outside a transaction.
   */
  void hold(Class<?> type, Object id) {
    Scope scope = current.get();
    if (scope == null) {
      throw new IllegalStateException(
          type.getSimpleName() + " " + id + " is locked outside Database.inNewTransaction");
    }
    scope.hold(new Row(type, id));
  }

  /** How many rows are held or waited for. */
  int size() {
    return locks.size();
  }

  private RowLock use(Row row) {
    return locks.compute(
        row,
        (key, known) -> {
          RowLock lock = known == null ? new RowLock() : known;
          lock.users++;
          return lock;
        });
  }

  private void leave(Row row) {
    locks.computeIfPresent(row, (key, lock) -> --lock.users == 0 ? null : lock);
  }

  private boolean acquired(RowLock lock) {
    try {
      return lock.tryLock(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** The rows that a transaction holds. */
  final class Scope {

    private final Scope outer;
    private final Map<Row, RowLock> held = new HashMap<>();

    private Scope(Scope outer) {
      this.outer = outer;
    }

    private void hold(Row row) {
      if (held.containsKey(row)) {
        return;
      }
      RowLock lock = use(row);
      if (!acquired(lock)) {
        leave(row);
        throw new LockTimeoutException(
            "another transaction held "
                + row.type.getSimpleName()
                + " "
                + row.id
                + " for "
                + patience);
      }
      held.put(row, lock);
    }

    /** Ends the transaction: lets the next ones on. */
    void end() {
      held.forEach(
          (row, lock) -> {
            lock.unlock();
            leave(row);
          });
      if (outer == null) {
        current.remove();
      } else {
        current.set(outer);
      }
    }
  }
}
