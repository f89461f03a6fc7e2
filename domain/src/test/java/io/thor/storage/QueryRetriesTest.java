package io.thor.storage;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.persistence.EntityManager;
import java.lang.reflect.Proxy;
import org.eclipse.persistence.jpa.JpaEntityManager;
import org.junit.jupiter.api.Test;

class QueryRetriesTest {

  @Test
  void turnsThemOffForTheTransactionsToCome() {
    try (MemoryDatabase database = new MemoryDatabase()) {
      assertEquals(3, retries(database));

      database.inNewTransaction(
          () -> {
            QueryRetries.turnOff(database.entityManager());
            return null;
          });

      assertEquals(0, retries(database));
    }
  }

  @Test
  void leavesOtherProvidersAlone() {
    EntityManager other =
        (EntityManager)
            Proxy.newProxyInstance(
                QueryRetriesTest.class.getClassLoader(),
                new Class<?>[] {EntityManager.class},
                (proxy, method, arguments) -> "a session of theirs");

    assertDoesNotThrow(() -> QueryRetries.turnOff(other));
  }

  private static int retries(MemoryDatabase database) {
    return database.inNewTransaction(
        () ->
            database
                .entityManager()
                .unwrap(JpaEntityManager.class)
                .getServerSession()
                .getLogin()
                .getQueryRetryAttemptCount());
  }
}
