package io.thor.storage;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Persistence;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.flywaydb.core.Flyway;
import org.h2.api.ErrorCode;
import org.h2.jdbcx.JdbcConnectionPool;

/**
 * The schema of the migrations in the memory of this JVM, behind the persistence unit of Thor and
 * the provider that Payara has. It keeps the promises of the container: a transaction belongs to
 * its thread, and one in another has a connection of its own.
 *
 * <p>Threads: any.
 */
public final class MemoryDatabase extends Database implements AutoCloseable {

  private final JdbcConnectionPool pool =
      JdbcConnectionPool.create(
          "jdbc:h2:mem:"
              + UUID.randomUUID()
              + ";DB_CLOSE_DELAY=-1;QUERY_CACHE_SIZE=64;OPTIMIZE_REUSE_RESULTS=FALSE",
          "sa",
          "");
  private final EntityManagerFactory factory;
  private final ThreadLocal<Deque<EntityManager>> open = ThreadLocal.withInitial(ArrayDeque::new);
  private final ThreadLocal<Interruption> interruption = new ThreadLocal<>();

  /** Migrates an empty database. */
  public MemoryDatabase() {
    Flyway.configure(Database.class.getClassLoader())
        .dataSource(pool)
        .locations("classpath:db/migration")
        .failOnMissingLocations(true)
        .load()
        .migrate();
    factory =
        Persistence.createEntityManagerFactory(
            "thor",
            Map.of(
                "jakarta.persistence.transactionType", "RESOURCE_LOCAL",
                "jakarta.persistence.nonJtaDataSource", pool,
                "eclipselink.logging.level", "SEVERE"));
  }

  @Override
  public void connect() {
    throw new UnsupportedOperationException("it is connected");
  }

  @Override
  public EntityManager entityManager() {
    step();
    return open.get().element();
  }

  /** By the lock of the database alone: it stands for several nodes, which share no other. */
  @Override
  public <T> T lock(Class<T> type, Object id) {
    return entityManager().find(type, id, LockModeType.PESSIMISTIC_WRITE);
  }

  @Override
  public <T> T inNewTransaction(Supplier<T> work) {
    EntityManager em = factory.createEntityManager();
    open.get().push(em);
    try {
      em.getTransaction().begin();
      T result = work.get();
      step();
      em.getTransaction().commit();
      step();
      return result;
    } finally {
      open.get().pop();
      if (em.getTransaction().isActive()) {
        em.getTransaction().rollback();
      }
      em.close();
    }
  }

  /**
   * Lets something happen to the calling thread while it works: each use of the entity manager is a
   * step, then the moment before a commit, then that behind it. What has fewer steps is spared.
   *
   * @param step counted from 1
   */
  public <T> T interrupted(int step, Runnable event, Supplier<T> work) {
    interruption.set(new Interruption(step, event));
    try {
      return work.get();
    } finally {
      interruption.remove();
    }
  }

  private void step() {
    Interruption expected = interruption.get();
    if (expected != null && --expected.stepsLeft == 0) {
      expected.event.run();
    }
  }

  /** Changes rows as somebody does who has the database, and no Thor. */
  public int execute(String sql) {
    try (Connection connection = pool.getConnection()) {
      return connection.createStatement().executeUpdate(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  /**
   * Whether a transaction waits for the lock of another one. H2 fails to list its sessions when one
   * commits at that moment; then nobody is known to wait, and who wants to know asks again.
   */
  public boolean somebodyWaits() {
    String sql = "select 1 from information_schema.sessions where blocker_id is not null";
    try (Connection connection = pool.getConnection()) {
      return connection.createStatement().executeQuery(sql).next();
    } catch (SQLException e) {
      if (e.getErrorCode() == ErrorCode.GENERAL_ERROR_1) {
        return false;
      }
      throw new IllegalStateException(sql, e);
    }
  }

  @Override
  public void close() {
    factory.close();
    execute("shutdown");
    pool.dispose();
  }

  private static final class Interruption {

    private final Runnable event;
    private int stepsLeft;

    Interruption(int stepsLeft, Runnable event) {
      this.stepsLeft = stepsLeft;
      this.event = event;
    }
  }
}
