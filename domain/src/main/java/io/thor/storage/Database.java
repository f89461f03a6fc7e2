package io.thor.storage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import javax.naming.InitialContext;
import javax.naming.NamingException;

/**
 * The entity manager of the caller's transaction, and transactions of one's own.
 *
 * <p>Both are looked up: an entity manager that is injected into a library bean is null on one
 * server when a timer touches the bean first, and {@code @Transactional} leaves a failed write
 * committed when an EJB calls it on three.
 *
 * <p>Threads: any.
 */
@ApplicationScoped
public class Database {

  /** Where the start-up bean declares its persistence context. */
  public static final String ENTITY_MANAGER = "java:app/thor/em";

  /** Where the start-up bean declares its {@link Transactions}. */
  public static final String TRANSACTIONS = "java:app/thor/transactions";

  private static final System.Logger LOG = System.getLogger(Database.class.getName());
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final RowLocks rowLocks = new RowLocks(PATIENCE);
  private final Outage outage;
  volatile EntityManager entityManager;
  volatile Transactions transactions;

  public Database() {
    this(System::nanoTime);
  }

  Database(LongSupplier nanoTime) {
    outage = new Outage(nanoTime);
  }

  /** Looks up what the others use, on a thread that may. Called once by the start-up bean. */
  public void connect() {
    entityManager = lookUp(ENTITY_MANAGER, EntityManager.class);
    transactions = lookUp(TRANSACTIONS, Transactions.class);
    inNewTransaction(
        () -> {
          QueryRetries.turnOff(entityManager());
          return null;
        });
  }

  /** The container's proxy, bound to the transaction of the calling thread. */
  public EntityManager entityManager() {
    return connected(entityManager);
  }

  /**
   * Runs work in a new transaction and returns after its commit.
   *
   * <p>Errors: what the work throws rolls the transaction back and reaches the caller, wrapped by
   * the container; {@link DatabaseDownException} where the database does not answer at all, at once
   * while that is known.
   */
  public <T> T inNewTransaction(Supplier<T> work) {
    Transactions boundary = connected(transactions);
    requireAnswer();
    try {
      return holdingRows(boundary, work);
    } catch (RuntimeException e) {
      if (answers()) {
        throw e;
      }
      throw new DatabaseDownException(e);
    }
  }

  private <T> T holdingRows(Transactions boundary, Supplier<T> work) {
    RowLocks.Scope scope = rowLocks.begin();
    try {
      return boundary.requiresNew(work);
    } finally {
      scope.end();
    }
  }

  /**
   * Waits until no other transaction holds a row, holds it until the caller's ends, and reads it.
   * Null where there is no such row.
   *
   * <p>Errors: {@link jakarta.persistence.LockTimeoutException} when another transaction did not
   * end in time.
   */
  public <T> T lock(Class<T> type, Object id) {
    rowLocks.hold(type, id);
    return entityManager().find(type, id, LockModeType.PESSIMISTIC_WRITE);
  }

  /**
   * Returns unless the database is known to be away.
   *
   * <p>Errors: {@link DatabaseDownException} where it is, and still does not answer.
   */
  public void requireAnswer() {
    if (outage.isKnown() && !answers()) {
      throw new DatabaseDownException();
    }
  }

  /** Whether the database answers; while it is known not to, it is asked only now and then. */
  public boolean answers() {
    return outage.mayAsk() && ask(connected(transactions));
  }

  /**
   * Asks the plainest question there is. What servers, pools and drivers throw when a database is
   * away has nothing in common, and some of it names no cause.
   */
  private boolean ask(Transactions boundary) {
    try {
      boundary.requiresNew(() -> entityManager().createNativeQuery("select 1").getSingleResult());
    } catch (RuntimeException e) {
      if (outage.begin()) {
        LOG.log(Level.WARNING, "the database does not answer; it is asked until it does", e);
      }
      return false;
    }
    if (outage.end()) {
      LOG.log(Level.INFO, "the database answers again");
    }
    return true;
  }

  private static <T> T connected(T value) {
    if (value == null) {
      throw new IllegalStateException("the database is not connected yet; wait for readiness");
    }
    return value;
  }

  private static <T> T lookUp(String name, Class<T> type) {
    try {
      return type.cast(InitialContext.<Object>doLookup(name));
    } catch (NamingException e) {
      throw new IllegalStateException(name + " is not bound; the start-up bean declares it", e);
    }
  }
}
