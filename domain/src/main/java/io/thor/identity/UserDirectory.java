package io.thor.identity;

import io.thor.storage.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What an administrator does with users. One enabled administrator always remains.
 *
 * <p>Threads: any; each call has a transaction of its own. Errors: {@link InvalidUserException}
 * names the field, the value and the remedy.
 */
@ApplicationScoped
public class UserDirectory {

  private static final Pattern USERNAME = Pattern.compile("[a-z0-9][a-z0-9._-]{0,63}");

  @Inject Database database;
  @Inject Users users;
  @Inject Tokens tokens;
  @Inject SecurityAudit audit;

  /**
   * A user as an administrator sees them.
   *
   * @param roles in alphabetical order; of a user from outside those of the first sign-in
   * @param issuer of a user from outside, who is its {@code subject}
   */
  public record Entry(
      String username,
      List<String> roles,
      boolean enabled,
      Optional<String> issuer,
      Optional<String> subject) {

    static Entry of(User user) {
      return new Entry(
          user.username(),
          user.roles().stream().map(Role::label).sorted().toList(),
          user.enabled(),
          user.issuer(),
          user.subject());
    }
  }

  /** What is to change; what is empty stays. */
  public record Change(
      Optional<String> password, Optional<Set<Role>> roles, Optional<Boolean> enabled) {

    /** Whether the user is an enabled administrator afterwards. */
    boolean leavesAdmin(User user) {
      return roles.orElse(user.roles()).contains(Role.ADMIN) && enabled.orElse(user.enabled());
    }

    private boolean concernsCredentials() {
      return password.isPresent() || roles.isPresent();
    }

    private String words() {
      return (password.isPresent() ? "password " : "")
          + roles.map(granted -> "roles=" + Role.labels(granted) + " ").orElse("")
          + enabled.map(value -> "enabled=" + value).orElse("");
    }
  }

  /** How a change ended. */
  public enum Outcome {
    DONE,
    UNKNOWN_USER,
    LAST_ADMIN,
    /** Password and roles of a user from outside are the issuer's to change. */
    OUTSIDE_USER
  }

  /** All users by name. */
  public List<Entry> list() {
    return database.inNewTransaction(
        () ->
            database
                .entityManager()
                .createQuery("select u from User u order by u.username", User.class)
                .getResultStream()
                .map(Entry::of)
                .toList());
  }

  public Optional<Entry> find(String username) {
    return users.find(username).map(Entry::of);
  }

  /** Adds a user; false when there is one of this name. */
  public boolean add(Actor actor, String username, String password, Set<Role> roles) {
    if (!USERNAME.matcher(username).matches()) {
      throw new InvalidUserException(
          "username is '" + username + "'; give 1 to 64 of a-z, 0-9, '.', '_' and '-'");
    }
    PasswordRule.check(username, password);
    requireRole(roles);
    if (users.exists(username)) {
      return false;
    }
    users.add(username, password, roles);
    String detail = "roles=" + Role.labels(roles);
    audit.record(SecurityEvent.Kind.USER_ADDED, actor, username, detail);
    return true;
  }

  /** Changes a user, whose sessions end with it. */
  public Outcome change(Actor actor, String username, Change change) {
    change.password().ifPresent(password -> PasswordRule.check(username, password));
    change.roles().ifPresent(UserDirectory::requireRole);
    Outcome outcome = database.inNewTransaction(() -> apply(username, change));
    if (outcome == Outcome.DONE) {
      change.password().ifPresent(password -> users.changePassword(username, password));
      audit.record(SecurityEvent.Kind.USER_CHANGED, actor, username, change.words());
    }
    return outcome;
  }

  /** Locks all users, so that two administrators cannot disable each other at the same time. */
  private Outcome apply(String username, Change change) {
    List<User> all =
        database
            .entityManager()
            .createQuery("select u.username from User u order by u.username", String.class)
            .getResultList()
            .stream()
            .map(name -> database.lock(User.class, name))
            .toList();
    Optional<User> found =
        all.stream().filter(user -> user.username().equals(username)).findFirst();
    if (found.isEmpty()) {
      return Outcome.UNKNOWN_USER;
    }
    User user = found.get();
    if (user.isOutside() && change.concernsCredentials()) {
      return Outcome.OUTSIDE_USER;
    }
    if (isAdmin(user)
        && !change.leavesAdmin(user)
        && all.stream().noneMatch(other -> other != user && isAdmin(other))) {
      return Outcome.LAST_ADMIN;
    }
    change.roles().ifPresent(user::grant);
    change.enabled().ifPresent(user::enable);
    tokens.revokeAllOf(username);
    return Outcome.DONE;
  }

  private static boolean isAdmin(User user) {
    return !user.isOutside() && user.enabled() && user.roles().contains(Role.ADMIN);
  }

  private static void requireRole(Set<Role> roles) {
    if (roles.isEmpty()) {
      throw new InvalidUserException(
          "roles is empty; give one or more of " + Role.labels(Set.of(Role.values())));
    }
  }
}
