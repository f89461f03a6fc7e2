package io.thor.identity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A token that was given out; only its hash is kept. */
@Entity
@Table(name = "session_token")
public class SessionToken {

  @Id
  @Column(name = "token_hash")
  private String tokenHash;

  private String username;

  @Column(name = "expires_ms")
  private long expiresMs;

  protected SessionToken() {}

  SessionToken(String tokenHash, String username, Instant expires) {
    this.tokenHash = tokenHash;
    this.username = username;
    this.expiresMs = expires.toEpochMilli();
  }

  String username() {
    return username;
  }

  Instant expires() {
    return Instant.ofEpochMilli(expiresMs);
  }
}
