package io.thor.identity;

import io.thor.storage.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Optional;
import java.util.Set;

/**
 * The built-in users.
 *
 * <p>Threads: any; each call has a transaction of its own.
 */
@ApplicationScoped
public class Users {

  @Inject Database database;
  @Inject Tokens tokens;

  /** A token for whoever knows the password; empty for a wrong name and a wrong password alike. */
  public Optional<Tokens.Issued> signIn(String username, String password) {
    Optional<User> user = find(username).filter(User::enabled);
    if (user.isEmpty()) {
      Passwords.matchNobody(password);
      return Optional.empty();
    }
    return user.filter(found -> Passwords.matches(password, found.passwordHash()))
        .map(tokens::issue);
  }

  public boolean exists(String username) {
    return find(username).isPresent();
  }

  /** Adds a user. */
  public void add(String username, String password, Set<Role> roles) {
    String hash = Passwords.hash(password);
    database.inNewTransaction(
        () -> {
          database.entityManager().persist(new User(username, hash, roles));
          return username;
        });
  }

  /** Sets the password of a user who exists, unless it is theirs already. */
  public void changePassword(String username, String password) {
    database.inNewTransaction(
        () -> {
          User user = database.entityManager().find(User.class, username);
          if (!Passwords.matches(password, user.passwordHash())) {
            user.changePassword(Passwords.hash(password));
          }
          return username;
        });
  }

  private Optional<User> find(String username) {
    return database.inNewTransaction(
        () -> {
          EntityManager em = database.entityManager();
          return Optional.ofNullable(em.find(User.class, username));
        });
  }
}
