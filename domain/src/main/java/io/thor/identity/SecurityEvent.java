package io.thor.identity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;

/** Something that happened to a user or a session; it holds no secret. */
@Entity
@Table(name = "security_event")
public class SecurityEvent {

  /** What happened. */
  public enum Kind {
    SIGNED_IN,
    SIGN_IN_FAILED,
    LOCKED_OUT,
    SIGNED_OUT,
    PASSWORD_CHANGED,
    USER_ADDED,
    USER_CHANGED
  }

  @Id
  @SequenceGenerator(
      name = "security_event_id",
      sequenceName = "security_event_id",
      allocationSize = 1)
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "security_event_id")
  @Column(name = "event_id")
  private long eventId;

  @Column(name = "at_ms")
  private long atMs;

  private String kind;
  private String actor;
  private String subject;
  private String address;
  private String detail;

  protected SecurityEvent() {}

  SecurityEvent(Instant at, Kind kind, Actor actor, String subject, String detail) {
    this.atMs = at.toEpochMilli();
    this.kind = kind.name();
    this.actor = actor.username();
    this.subject = subject;
    this.address = actor.address();
    this.detail = detail;
  }

  SecurityEvents.Entry entry() {
    return new SecurityEvents.Entry(
        eventId, Instant.ofEpochMilli(atMs), kind, subject, actor, address, detail);
  }
}
