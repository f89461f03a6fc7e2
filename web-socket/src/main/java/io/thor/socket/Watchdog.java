package io.thor.socket;

import io.thor.config.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/**
 * Looks after every session: a send that is stuck, a client that does not answer. No server does
 * either portably. And after what servers keep of those that have ended.
 *
 * <p>Threads: the managed scheduler's.
 */
@ApplicationScoped
public class Watchdog {

  /** Key: how long a send may be under way. */
  static final String SEND_LIMIT_KEY = "thor.push.send-limit-ms";

  /** Key: from one protocol ping to the next. */
  static final String PING_KEY = "thor.push.ping-ms";

  /** Key: how long a ping may wait for its answer. */
  static final String PONG_LIMIT_KEY = "thor.push.pong-limit-ms";

  private static final Duration CLOSE_LIMIT = Duration.ofSeconds(3);
  private static final long LOOK_MS = 1000;

  @Inject Rounds rounds;
  @Inject SessionRegistry sessions;
  @Inject UpgradedRequests requests;
  @Inject Settings settings;

  private Duration sendLimit = Duration.ZERO;
  private Duration pingInterval = Duration.ZERO;
  private Duration pongLimit = Duration.ZERO;

  void start() {
    sendLimit = settings.millis(SEND_LIMIT_KEY, 5_000, 100, 600_000);
    pingInterval = settings.millis(PING_KEY, 10_000, 100, 600_000);
    pongLimit = settings.millis(PONG_LIMIT_KEY, 15_000, 100, 600_000);
    rounds.start("the watchdog", LOOK_MS, this::look);
  }

  /** See {@link Rounds#keepUp}. */
  void keepUp() {
    rounds.keepUp();
  }

  void stop() {
    rounds.stop();
  }

  private void look() {
    sessions.all().forEach(this::look);
    requests.forgetEnded();
  }

  private void look(SocketSession session) {
    long now = System.nanoTime();
    boolean stuck = session.sendingFor(now).compareTo(sendLimit) > 0;
    if (session.isClosing()) {
      boolean unanswered = session.closingFor(now).compareTo(CLOSE_LIMIT) > 0;
      if (stuck || unanswered) {
        session.abort();
      }
      if (unanswered) {
        // A container may wait for a client's answer that never comes, and tell nobody.
        sessions.remove(session.id());
      }
    } else if (stuck) {
      session.close(CloseCode.SLOW_CONSUMER, "a send is stuck");
    } else if (session.liveness().isOverdue(now, pongLimit)) {
      session.close(CloseCode.NO_PONG, "no pong");
    } else if (isPingDue(session, now)) {
      session.liveness().pinged(now);
      session.ping();
    }
  }

  /**
   * A send that is under way is watched by itself; a ping that was not sent must not be waited for.
   */
  private boolean isPingDue(SocketSession session, long now) {
    return session.liveness().isPingDue(now, pingInterval) && session.sendingFor(now).isZero();
  }
}
