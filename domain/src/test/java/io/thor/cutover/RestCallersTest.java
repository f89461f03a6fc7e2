package io.thor.cutover;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.thor.storage.Database;
import io.thor.time.FakeClock;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class RestCallersTest {

  private final RestCallers callers = new RestCallers();
  private int rows;
  private boolean down;

  RestCallersTest() {
    callers.clock = new FakeClock("2026-01-05T12:00:00Z");
    callers.database = new CountingDatabase();
  }

  /** Counts what is persisted, and fails while it is down. */
  private final class CountingDatabase extends Database {
    @Override
    public <T> T inNewTransaction(Supplier<T> work) {
      if (down) {
        throw new IllegalStateException("the database is down");
      }
      return work.get();
    }

    @Override
    public EntityManager entityManager() {
      return fake(
          EntityManager.class,
          (proxy, method, arguments) -> {
            if (method.getName().equals("persist")) {
              rows++;
              return null;
            }
            return fake(Query.class, RestCallersTest::changeNothing);
          });
    }
  }

  private static Object changeNothing(Object proxy, Method method, Object[] arguments) {
    return method.getName().equals("executeUpdate") ? Integer.valueOf(0) : proxy;
  }

  private static <T> T fake(Class<T> type, InvocationHandler handler) {
    return type.cast(
        Proxy.newProxyInstance(
            RestCallersTest.class.getClassLoader(), new Class<?>[] {type}, handler));
  }

  private void count(String... purposes) {
    for (String purpose : purposes) {
      callers.count("positions", Optional.of(purpose));
    }
  }

  @Test
  void knowsPurposesAndPutsTheRestTogether() {
    count("parity", "resync", "history", "parity", "curiosity", "Parity");
    callers.count("positions", Optional.empty());

    assertEquals(
        Map.of(
            new RestCallers.Caller("positions", "parity"), 2L,
            new RestCallers.Caller("positions", "resync"), 1L,
            new RestCallers.Caller("positions", "history"), 1L,
            new RestCallers.Caller("positions", "other"), 2L,
            new RestCallers.Caller("positions", "none"), 1L),
        callers.calls());
  }

  @Test
  void storesOnceWhatHadNoPurpose() {
    count("parity");
    callers.store();
    assertEquals(0, rows);

    callers.count("positions", Optional.empty());
    callers.store();
    callers.store();
    assertEquals(1, rows);
  }

  @Test
  void keepsWhatItCouldNotStore() {
    callers.count("positions", Optional.empty());
    down = true;
    assertThrows(IllegalStateException.class, callers::store);
    down = false;
    callers.store();

    assertEquals(1, rows);
  }
}
