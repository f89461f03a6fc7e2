package io.thor.identity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A built-in user. */
@Entity
@Table(name = "app_user")
public class User {

  @Id private String username;

  @Column(name = "password_hash")
  private String passwordHash;

  private String roles;
  private boolean enabled;

  protected User() {}

  User(String username, String passwordHash, Set<Role> roles) {
    this.username = username;
    this.passwordHash = passwordHash;
    this.roles = Role.labels(roles);
    this.enabled = true;
  }

  String username() {
    return username;
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
    return Stream.of(roles.split(",")).map(Role::of).collect(Collectors.toUnmodifiableSet());
  }
}
