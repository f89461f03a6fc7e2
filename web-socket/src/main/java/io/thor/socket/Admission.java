package io.thor.socket;

import io.thor.config.Settings;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How many sessions this node takes, in all, of one user and from one address.
 *
 * <p>Threads: any.
 */
@ApplicationScoped
public class Admission {

  /** Key: sessions of this node. */
  static final String SESSIONS_KEY = "thor.push.max-sessions";

  /** Key: of them, those of one user. */
  static final String USER_KEY = "thor.push.max-sessions-per-user";

  /** Key: of them, those from one address. */
  static final String ADDRESS_KEY = "thor.push.max-sessions-per-address";

  private static final int MOST = 1_000_000;

  @Inject Settings settings;

  private final Map<String, Integer> byUser = new HashMap<>();
  private final Map<String, Integer> byAddress = new HashMap<>();
  private int sessions;
  private int maxSessions;
  private int maxPerUser;
  private int maxPerAddress;

  @PostConstruct
  void configure() {
    maxSessions = settings.wholeNumber(SESSIONS_KEY, 20_000, 1, MOST);
    maxPerUser = settings.wholeNumber(USER_KEY, 20, 1, MOST);
    maxPerAddress = settings.wholeNumber(ADDRESS_KEY, 1_000, 1, MOST);
  }

  /** What speaks against another session from an address, before anyone asks whose it is. */
  synchronized Optional<Refusal> refusalOf(String address) {
    if (sessions >= maxSessions) {
      return Optional.of(Refusal.serverIsFull(SESSIONS_KEY, maxSessions));
    }
    if (byAddress.getOrDefault(address, 0) >= maxPerAddress) {
      return Optional.of(Refusal.tooManyOf("this address", ADDRESS_KEY, maxPerAddress));
    }
    return Optional.empty();
  }

  /** What speaks against another session of a visitor. */
  synchronized Optional<Refusal> refusalOf(Visitor visitor) {
    return byUser.getOrDefault(visitor.getName(), 0) >= maxPerUser
        ? Optional.of(Refusal.tooManyOf("this user", USER_KEY, maxPerUser))
        : refusalOf(visitor.address());
  }

  /** Counts a session in, unless something speaks against it. */
  synchronized Optional<Refusal> enter(Visitor visitor) {
    Optional<Refusal> refusal = refusalOf(visitor);
    if (refusal.isEmpty()) {
      sessions++;
      byUser.merge(visitor.getName(), 1, Integer::sum);
      byAddress.merge(visitor.address(), 1, Integer::sum);
    }
    return refusal;
  }

  /** Counts out a session that had entered. */
  synchronized void leave(Visitor visitor) {
    sessions--;
    byUser.computeIfPresent(visitor.getName(), Admission::oneLess);
    byAddress.computeIfPresent(visitor.address(), Admission::oneLess);
  }

  private static Integer oneLess(String whose, int count) {
    return count == 1 ? null : Integer.valueOf(count - 1);
  }
}
