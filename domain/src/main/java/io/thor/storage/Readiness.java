package io.thor.storage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/**
 * Whether this node can serve: it has started, is not stopping, and reaches its database.
 *
 * <p>Threads: any.
 */
@ApplicationScoped
public class Readiness {

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
    return database.answers() ? Optional.empty() : Optional.of("the database does not answer");
  }
}
