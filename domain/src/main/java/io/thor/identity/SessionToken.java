package io.thor.identity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/** A token that was given out; only its hash is kept. */
@Entity
@Table(name = "session_token")
public class SessionToken {

  @Id
  @Column(name = "token_hash")
  private String tokenHash;

  @Column(name = "token_id")
  private String tokenId;

  private String username;

  @Column(name = "expires_ms")
  private long expiresMs;

  @Column(name = "last_end_ms")
  private long lastEndMs;

  private boolean revoked;

  @Column(name = "granted_roles")
  private String grantedRoles = "";

  @Column(name = "granted_accounts")
  private String grantedAccounts = "";

  protected SessionToken() {}

  SessionToken(String tokenHash, TokenId tokenId, String username, Instant lastEnd) {
    this.tokenHash = tokenHash;
    this.tokenId = tokenId.value();
    this.username = username;
    this.lastEndMs = lastEnd.toEpochMilli();
  }

  /** Keeps what an issuer says of the user, which counts for this token alone. */
  void grant(Set<Role> roles, Set<String> accounts) {
    grantedRoles = Role.labels(roles);
    grantedAccounts = String.join(",", accounts);
  }

  Set<Role> grantedRoles() {
    return Role.ofLabels(grantedRoles);
  }

  Set<String> grantedAccounts() {
    return grantedAccounts.isEmpty() ? Set.of() : Set.of(grantedAccounts.split(","));
  }

  TokenId tokenId() {
    return new TokenId(tokenId);
  }

  String username() {
    return username;
  }

  Instant expires() {
    return Instant.ofEpochMilli(expiresMs);
  }

  boolean validAt(Instant now) {
    return !revoked && expires().isAfter(now);
  }

  /** Lasts so long from now, but not beyond its last end; never shorter than before. */
  void extend(Instant now, Duration lifetime) {
    expiresMs = Math.max(expiresMs, Math.min(now.plus(lifetime).toEpochMilli(), lastEndMs));
  }
}
