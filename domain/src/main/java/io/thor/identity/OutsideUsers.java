package io.thor.identity;

import io.thor.config.InvalidSettingException;
import io.thor.oidc.Oidc;
import io.thor.oidc.OutsideIdentity;
import io.thor.oidc.RefusedTokenException;
import io.thor.storage.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The users of an external issuer. One is known by issuer and subject, under a name that no
 * built-in user can have; what they may do is what the issuer says with each token.
 *
 * <p>Threads: any; each call has transactions of its own, and may wait for the issuer. Errors:
 * {@link io.thor.oidc.IssuerUnavailableException}.
 */
@ApplicationScoped
public class OutsideUsers {

  private static final System.Logger LOG = System.getLogger(OutsideUsers.class.getName());
  private static final String PREFIX = "oidc~";
  private static final int NAME_LENGTH = 32;
  private static final int LONGEST_DETAIL = 200;

  @Inject Oidc oidc;
  @Inject Database database;
  @Inject Users users;
  @Inject Tokens tokens;
  @Inject OutsideTokens outsideTokens;
  @Inject SignInLimits limits;
  @Inject SecurityAudit audit;

  /** Reads the configuration; called once, before anything is served. */
  public void configure() {
    oidc.configure();
    try {
      oidc.roles().forEach(Role::of);
    } catch (InvalidUserException e) {
      throw new InvalidSettingException(
          "thor.oidc.roles", String.join(",", oidc.roles()), e.getMessage());
    }
  }

  /** Whether a secret may be a token of the issuer; Thor's own have no dots. */
  boolean mayKnow(String secret) {
    return oidc.isConfigured() && secret.indexOf('.') >= 0;
  }

  /**
   * Who a token of the issuer stands for. It is checked anew each time, and can be taken back here
   * like Thor's own.
   */
  Optional<Viewer> viewerOf(String secret, String address) {
    try {
      OutsideIdentity identity = oidc.bearer(secret);
      Optional<Viewer> viewer = tokens.viewerOf(secret);
      return viewer.isPresent() ? viewer : newcomer(secret, identity, address);
    } catch (RefusedTokenException e) {
      LOG.log(Level.DEBUG, "a token is refused", e);
      return Optional.empty();
    }
  }

  /** Asked again where it is known by now: another request may have brought it just before. */
  private Optional<Viewer> newcomer(String secret, OutsideIdentity identity, String address) {
    return outsideTokens.isKnown(secret)
        ? tokens.viewerOf(secret)
        : adopt(secret, identity, address);
  }

  /**
   * A token of Thor's own for a browser that comes back from the issuer; empty for the disabled. An
   * address that comes back in vain too often has to wait.
   *
   * <p>Errors: also {@link TooManyFailuresException}.
   */
  public Optional<Tokens.Issued> signIn(Oidc.Arrival arrival, String address)
      throws RefusedTokenException {
    String whose = PREFIX + address;
    limits.refuseWhileBlocked(whose, address);
    try {
      OutsideIdentity identity = oidc.arrive(arrival);
      limits.succeeded(whose);
      return signIn(identity, address);
    } catch (RefusedTokenException e) {
      audit.record(
          SecurityEvent.Kind.SIGN_IN_FAILED, Actor.unknownAt(address), "", cut(e.getMessage()));
      limits.failed(whose, address);
      throw e;
    }
  }

  private Optional<Tokens.Issued> signIn(OutsideIdentity identity, String address) {
    User user = know(identity, address);
    Optional<Tokens.Issued> issued =
        Optional.of(user)
            .filter(User::enabled)
            .map(known -> outsideTokens.issue(known, identity, grants(identity)));
    SecurityEvent.Kind kind =
        issued.isPresent() ? SecurityEvent.Kind.SIGNED_IN : SecurityEvent.Kind.SIGN_IN_FAILED;
    audit.record(kind, new Actor(user.username(), address), user.username(), "by its issuer");
    return issued;
  }

  /** Of two requests that bring a new token at the same time, the second finds it known. */
  private Optional<Viewer> adopt(String secret, OutsideIdentity identity, String address) {
    User user = know(identity, address);
    if (!user.enabled()) {
      return Optional.empty();
    }
    try {
      Viewer viewer = outsideTokens.adopt(secret, user, identity, grants(identity));
      Actor actor = new Actor(user.username(), address);
      audit.record(SecurityEvent.Kind.SIGNED_IN, actor, user.username(), "token of its issuer");
      return Optional.of(viewer);
    } catch (RuntimeException e) {
      if (outsideTokens.isKnown(secret)) {
        return tokens.viewerOf(secret);
      }
      throw e;
    }
  }

  /** The user, who is added when they come for the first time. */
  private User know(OutsideIdentity identity, String address) {
    String username = nameOf(identity);
    Optional<User> known = users.find(username);
    if (known.isPresent()) {
      return known.get();
    }
    try {
      return add(username, identity, address);
    } catch (RuntimeException e) {
      return users.find(username).orElseThrow(() -> e);
    }
  }

  private User add(String username, OutsideIdentity identity, String address) {
    User user = new User(username, identity, grants(identity).roles());
    return audit.recordWith(
        SecurityEvent.Kind.USER_ADDED,
        new Actor(username, address),
        username,
        cut("issuer=" + identity.issuer() + " subject=" + identity.subject()),
        () -> {
          database.entityManager().persist(user);
          return user;
        });
  }

  private Grants grants(OutsideIdentity identity) {
    Set<String> accounts =
        database.inNewTransaction(
            () ->
                database
                    .entityManager()
                    .createQuery("select a.accountId from Account a", String.class)
                    .getResultStream()
                    .filter(identity.accounts()::contains)
                    .collect(Collectors.toUnmodifiableSet()));
    return new Grants(
        identity.roles().stream().map(Role::of).collect(Collectors.toUnmodifiableSet()), accounts);
  }

  private static String nameOf(OutsideIdentity identity) {
    return PREFIX
        + Secrets.hash(identity.issuer() + "\n" + identity.subject()).substring(0, NAME_LENGTH);
  }

  private static String cut(String text) {
    return text.length() > LONGEST_DETAIL ? text.substring(0, LONGEST_DETAIL) : text;
  }
}
