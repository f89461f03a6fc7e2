package io.thor.socket;

import io.thor.channel.Frame;
import io.thor.config.Settings;
import io.thor.jsonp.Jsonp;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.websocket.CloseReason;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * Sends the sessions away when the server stops: full clients are told when to come back, each at
 * another moment, and everything that waits is sent before the connections are closed.
 */
@ApplicationScoped
public class Drain {

  /** Key: the time over which full clients come back. */
  static final String SPREAD_KEY = "thor.push.drain-spread-ms";

  private static final Duration SEND_LIMIT = Duration.ofSeconds(1);
  private static final Duration CLOSE_LIMIT = Duration.ofSeconds(2);
  private static final long LOOK_NANOS = Duration.ofMillis(5).toNanos();

  @Inject SessionRegistry sessions;
  @Inject UpgradedRequests requests;
  @Inject SendPump pump;
  @Inject Settings settings;

  private int spreadMs;

  /** Reads the configuration, which cannot be reached any more when the server stops. */
  void prepare() {
    spreadMs = settings.wholeNumber(SPREAD_KEY, 10_000, 1, 600_000);
  }

  /** Returns when all have gone, or after a few seconds. */
  void run() {
    pump.stop();
    sessions.all().stream()
        .filter(SocketSession::isFull)
        .forEach(session -> session.answer(draining()));
    await(SEND_LIMIT, () -> sessions.all().stream().allMatch(SocketSession::isIdle));
    sessions
        .all()
        .forEach(session -> session.close(CloseReason.CloseCodes.GOING_AWAY, "server stops"));
    await(CLOSE_LIMIT, () -> sessions.all().isEmpty());
    await(CLOSE_LIMIT, requests::forgetEnded);
  }

  private Frame draining() {
    JsonObject data =
        Jsonp.object()
            .add("reconnect_in_ms", ThreadLocalRandom.current().nextInt(spreadMs))
            .build();
    return Answers.of("draining", Optional.empty(), data);
  }

  private static void await(Duration limit, BooleanSupplier condition) {
    long deadline = System.nanoTime() + limit.toNanos();
    while (!condition.getAsBoolean() && System.nanoTime() < deadline) {
      LockSupport.parkNanos(LOOK_NANOS);
    }
  }
}
