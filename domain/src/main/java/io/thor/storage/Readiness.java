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

  private static final String NO_ANSWER = "the database does not answer";

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
    if (database.answers()) {
      return Optional.empty();
    }
    LOG.log(Level.WARNING, NO_ANSWER);
    return Optional.of(NO_ANSWER);
  }
}
