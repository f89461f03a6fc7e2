package io.thor.storage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.util.Optional;

/**
 * Whether this node can serve: it has started, is not stopping, and reaches its database.
 *
 * <p>Threads: any.
 */
@ApplicationScoped
public class Readiness {

  private static final System.Logger LOG = System.getLogger(Readiness.class.getName());

  @Inject Database database;

  private volatile boolean serving;

  public void started() {
    serving = true;
  }

  public void stopping() {
    serving = false;
  }

  /** What stands in the way, in words; empty when nothing does. */
  public Optional<String> obstacle() {
    if (!serving) {
      return Optional.of("the application is starting or stopping");
    }
    try {
      database.inNewTransaction(this::ask);
      return Optional.empty();
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "the database does not answer", e);
      return Optional.of("the database does not answer");
    }
  }

  private Object ask() {
    return database.entityManager().createNativeQuery("select 1").getSingleResult();
  }
}
