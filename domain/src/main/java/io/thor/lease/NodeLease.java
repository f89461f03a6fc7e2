package io.thor.lease;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** The stored lease. */
@Entity
@Table(name = "node_lease")
public class NodeLease {

  @Id private String name;
  private String holder;

  @Column(name = "expires_ms")
  private long expiresMs;

  protected NodeLease() {}

  NodeLease(String name) {
    this.name = name;
    this.holder = "nobody";
  }

  /** Takes or extends it; {@code false} while another node holds it. */
  boolean take(String node, Instant now, Instant until) {
    if (!holder.equals(node) && expiresMs > now.toEpochMilli()) {
      return false;
    }
    holder = node;
    expiresMs = until.toEpochMilli();
    return true;
  }

  void release(String node) {
    if (holder.equals(node)) {
      expiresMs = 0;
    }
  }
}
