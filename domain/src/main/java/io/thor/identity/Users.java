package io.thor.identity;

import io.thor.storage.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;

/**
 * The built-in users, as they come and go. Whoever administers them uses {@link UserDirectory}.
 *
 * <p>Threads: any; each call has a transaction of its own.
 */
@ApplicationScoped
public class Users {

  @Inject Database database;
  @Inject Passwords passwords;
  @Inject Tokens tokens;
  @Inject SignInLimits limits;
  @Inject SecurityAudit audit;

  /**
   * A token for whoever knows the password; empty for a wrong name and a wrong password alike.
   *
   * <p>Errors: {@link TooManyFailuresException}.
   */
  public Optional<Tokens.Issued> signIn(String username, String password, String address) {
    Optional<User> user = prove(username, password, address);
    user.ifPresent(
        found ->
            audit.record(SecurityEvent.Kind.SIGNED_IN, new Actor(username, address), username, ""));
    return user.map(tokens::issue);
  }

  /** Ends a token. */
  public void signOut(String secret, String address) {
    tokens
        .revoke(secret)
        .ifPresent(
            viewer ->
                audit.record(
                    SecurityEvent.Kind.SIGNED_OUT,
                    new Actor(viewer.username(), address),
                    viewer.username(),
                    ""));
  }

  /**
   * Changes a user's own password, ends all their tokens and gives a new one; empty when the
   * current password is wrong.
   *
   * <p>Errors: {@link InvalidUserException} for a password that breaks the rule, {@link
   * TooManyFailuresException}.
   */
  public Optional<Tokens.Issued> changeOwnPassword(Actor actor, String current, String next) {
    PasswordRule.check(actor.username(), next);
    Optional<User> user = prove(actor.username(), current, actor.address());
    user.ifPresent(
        found -> {
          changePassword(found.username(), next);
          audit.record(SecurityEvent.Kind.PASSWORD_CHANGED, actor, actor.username(), "");
        });
    return user.map(tokens::issue);
  }

  public boolean exists(String username) {
    return find(username).isPresent();
  }

  /** Adds a user. */
  void add(String username, String password, Set<Role> roles) {
    String hash = passwords.hash(password);
    database.inNewTransaction(
        () -> {
          database.entityManager().persist(new User(username, hash, roles));
          return username;
        });
  }

  /**
   * Sets the password of a user who exists, unless it is theirs already, and ends their tokens and
   * their lock-out.
   */
  void changePassword(String username, String password) {
    database.inNewTransaction(
        () -> {
          User user = database.entityManager().find(User.class, username);
          if (!passwords.matches(password, user.passwordHash())) {
            user.changePassword(passwords.hash(password));
            tokens.revokeAllOf(username);
          }
          return username;
        });
    limits.succeeded(username);
  }

  private Optional<User> prove(String username, String password, String address) {
    Optional<User> user = find(username).filter(User::enabled).filter(one -> !one.isOutside());
    Optional<User> proved = limits.check(username, address, () -> matching(user, password));
    if (proved.isPresent()) {
      limits.succeeded(username);
      strengthen(proved.get(), password);
    } else {
      fail(username, user, Actor.unknownAt(address));
    }
    return proved;
  }

  /** Hashes a password anew whose rounds are fewer than those configured by now. */
  private void strengthen(User proved, String password) {
    if (passwords.isWeak(proved.passwordHash())) {
      String hash = passwords.hash(password);
      database.inNewTransaction(
          () ->
              database
                  .entityManager()
                  .createQuery(
                      "UPDATE User u SET u.passwordHash = :hash"
                          + " WHERE u.username = :username AND u.passwordHash = :weak")
                  .setParameter("hash", hash)
                  .setParameter("username", proved.username())
                  .setParameter("weak", proved.passwordHash())
                  .executeUpdate());
    }
  }

  /** Takes as long for nobody as for somebody. */
  private Optional<User> matching(Optional<User> user, String password) {
    if (user.isEmpty()) {
      passwords.matchNobody(password);
    }
    return user.filter(found -> passwords.matches(password, found.passwordHash()));
  }

  /** What was typed is kept only where it is a username. */
  private void fail(String username, Optional<User> user, Actor actor) {
    String subject = user.map(User::username).orElse("");
    audit.record(SecurityEvent.Kind.SIGN_IN_FAILED, actor, subject, "");
    if (limits.failed(username, actor.address())) {
      audit.record(SecurityEvent.Kind.LOCKED_OUT, actor, subject, "");
    }
  }

  /** A user, built in or from outside, enabled or not. */
  Optional<User> find(String username) {
    return database.inNewTransaction(
        () -> Optional.ofNullable(database.entityManager().find(User.class, username)));
  }
}
