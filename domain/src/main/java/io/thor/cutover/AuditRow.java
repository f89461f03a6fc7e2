package io.thor.cutover;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** One link of the audit's chain. */
@Entity
@Table(name = "cutover_audit")
public class AuditRow {

  @Id private long revision;
  private String feature;
  private String verb;
  private String actor;
  private String via;
  private String reason;

  @Column(name = "before_words")
  private String before;

  @Column(name = "after_words")
  private String after;

  private String evidence;

  @Column(name = "at_ms")
  private long atMs;

  private String hash;

  protected AuditRow() {}

  AuditRow(AuditChain.Link link) {
    AuditEntry entry = link.entry();
    revision = entry.revision();
    feature = entry.feature();
    verb = entry.verb();
    actor = entry.actor().name();
    via = entry.actor().via();
    reason = entry.reason();
    before = entry.before();
    after = entry.after();
    evidence = entry.evidence();
    atMs = entry.at().toEpochMilli();
    hash = link.hash();
  }

  AuditChain.Link read() {
    Instant at = Instant.ofEpochMilli(atMs);
    Actor who = new Actor(actor, via);
    return new AuditChain.Link(
        new AuditEntry(revision, feature, verb, who, reason, before, after, evidence, at), hash);
  }
}
