package io.thor.storage;

import jakarta.persistence.EntityManager;
import java.lang.System.Logger.Level;

/**
 * Keeps EclipseLink from asking again where a database is away: left alone it does so three times,
 * five seconds apart, and whoever rolls back meanwhile waits for it. No property of a persistence
 * unit says so, and not every server lets an archive see EclipseLink's types, so the methods are
 * found by name. Other providers do not ask again.
 */
final class QueryRetries {

  private static final System.Logger LOG = System.getLogger(QueryRetries.class.getName());
  private static final String ECLIPSELINK = "org.eclipse.persistence.";

  private QueryRetries() {}

  /**
   * Turns them off for all entity managers of the same unit.
   *
   * @param entityManager of the transaction of the caller
   */
  static void turnOff(EntityManager entityManager) {
    Object delegate = entityManager.getDelegate();
    if (!delegate.getClass().getName().startsWith(ECLIPSELINK)) {
      return;
    }
    try {
      Object login = get(get(delegate, "getDatabaseSession"), "getLogin");
      login.getClass().getMethod("setQueryRetryAttemptCount", int.class).invoke(login, 0);
    } catch (ReflectiveOperationException e) {
      LOG.log(
          Level.WARNING,
          "this EclipseLink cannot be told to ask once; the first order after the database went away may wait for 15 s",
          e);
    }
  }

  private static Object get(Object owner, String getter) throws ReflectiveOperationException {
    return owner.getClass().getMethod(getter).invoke(owner);
  }
}
