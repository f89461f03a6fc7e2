package io.thor.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.lang.reflect.Proxy;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class DatabaseTest {

  private long nowNanos;
  private final Database database = new Database(() -> nowNanos);
  private boolean down;
  private int asked;

  DatabaseTest() {
    database.transactions = new Boundary();
    database.entityManager = fake(EntityManager.class, fake(Query.class, Integer.valueOf(1)));
  }

  /** A boundary whose pool has nothing to give while the database is down. */
  private final class Boundary implements Transactions {
    @Override
    public <T> T requiresNew(Supplier<T> work) {
      asked++;
      if (down) {
        throw new IllegalStateException("no connection could be allocated");
      }
      return work.get();
    }
  }

  private static <T> T fake(Class<T> type, Object answer) {
    return type.cast(
        Proxy.newProxyInstance(
            DatabaseTest.class.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> answer));
  }

  @Test
  void leavesAFailureOfTheWorkAsItIs() {
    RuntimeException bug = new IllegalArgumentException("a bug");

    RuntimeException thrown =
        assertThrows(
            RuntimeException.class,
            () ->
                database.inNewTransaction(
                    () -> {
                      throw bug;
                    }));

    assertSame(bug, thrown);
  }

  @Test
  void saysThatTheDatabaseIsDownWithItsCause() {
    down = true;

    DatabaseDownException thrown =
        assertThrows(DatabaseDownException.class, () -> database.inNewTransaction(() -> 1));

    assertEquals("no connection could be allocated", thrown.getCause().getMessage());
    assertFalse(database.answers());
  }

  @Test
  void answersAgainWhenItIsBack() {
    down = true;
    assertFalse(database.answers());
    down = false;
    nowNanos += Outage.PAUSE.toNanos();

    assertEquals(1, database.inNewTransaction(() -> 1));
    assertTrue(database.answers());
  }

  @Test
  void refusesAtOnceWhileItIsKnownToBeDown() {
    down = true;
    assertThrows(DatabaseDownException.class, () -> database.inNewTransaction(() -> 1));
    asked = 0;

    assertThrows(DatabaseDownException.class, () -> database.inNewTransaction(() -> 1));
    assertFalse(database.answers());
    assertEquals(0, asked);

    nowNanos += Outage.PAUSE.toNanos();
    assertThrows(DatabaseDownException.class, () -> database.inNewTransaction(() -> 1));
    assertEquals(1, asked);
  }
}
