package io.thor.identity;

import io.thor.oidc.OutsideIdentity;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Optional;
import java.util.Set;

/** A user, built in or from outside. */
@Entity
@Table(name = "app_user")
public class User {

  private static final String NO_PASSWORD = "none";

  @Id private String username;

  @Column(name = "password_hash")
  private String passwordHash;

  private String roles;
  private boolean enabled;
  private String issuer;
  private String subject;

  protected User() {}

  User(String username, String passwordHash, Set<Role> roles) {
    this.username = username;
    this.passwordHash = passwordHash;
    this.roles = Role.labels(roles);
    this.enabled = true;
    this.issuer = "";
    this.subject = "";
  }

  /** A user of an issuer, who has no password here. */
  User(String username, OutsideIdentity identity, Set<Role> roles) {
    this(username, NO_PASSWORD, roles);
    this.issuer = identity.issuer();
    this.subject = identity.subject();
  }

  String username() {
    return username;
  }

  /** Whether an issuer vouches for them, and no password. */
  boolean isOutside() {
    return !issuer.isEmpty();
  }

  Optional<String> issuer() {
    return Optional.of(issuer).filter(text -> !text.isEmpty());
  }

  Optional<String> subject() {
    return Optional.of(subject).filter(text -> !text.isEmpty());
  }

  String passwordHash() {
    return passwordHash;
  }

  void changePassword(String newHash) {
    this.passwordHash = newHash;
  }

  boolean enabled() {
    return enabled;
  }

  void enable(boolean enable) {
    this.enabled = enable;
  }

  void grant(Set<Role> granted) {
    this.roles = Role.labels(granted);
  }

  Set<Role> roles() {
    return Role.ofLabels(roles);
  }
}
