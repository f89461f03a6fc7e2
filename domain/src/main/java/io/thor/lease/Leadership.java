package io.thor.lease;

import io.thor.storage.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * Holds the lease of the jobs while this node lives. A node that dies is followed by another after
 * {@link #DURATION}; one that stops gives the lease back at once. The nodes' clocks have to agree
 * to well within that time.
 *
 * <p>Threads: any.
 */
@ApplicationScoped
public class Leadership {

  /** How long a lease holds without being renewed. */
  public static final Duration DURATION = Duration.ofSeconds(5);

  private static final System.Logger LOG = System.getLogger(Leadership.class.getName());
  private static final String NAME = "jobs";

  @Inject Database database;
  @Inject Clock clock;

  private final String node = UUID.randomUUID().toString();
  private volatile Instant heldUntil = Instant.MIN;

  /** Whether this node runs the jobs now. */
  public boolean isHeld() {
    return clock.instant().isBefore(heldUntil);
  }

  /** Takes or extends the lease if it is free or this node's. */
  public void renew() {
    boolean before = isHeld();
    Instant now = clock.instant();
    Instant until = now.plus(DURATION);
    boolean taken = database.inNewTransaction(() -> lease().take(node, now, until));
    heldUntil = taken ? until : Instant.MIN;
    if (taken != before) {
      LOG.log(Level.INFO, taken ? "this node runs the jobs" : "another node runs the jobs");
    }
  }

  /** Lets another node take over at once. */
  public void release() {
    heldUntil = Instant.MIN;
    database.inNewTransaction(
        () -> {
          lease().release(node);
          return node;
        });
  }

  private NodeLease lease() {
    NodeLease lease = database.lock(NodeLease.class, NAME);
    if (lease == null) {
      lease = new NodeLease(NAME);
      database.entityManager().persist(lease);
    }
    return lease;
  }
}
