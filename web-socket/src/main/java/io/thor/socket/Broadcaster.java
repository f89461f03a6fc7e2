package io.thor.socket;

import io.thor.channel.Frame;
import io.thor.channel.FrameListener;
import io.thor.cutover.Cutover;
import io.thor.cutover.PathAges;
import io.thor.cutover.RenderPath;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/**
 * Hands every frame to those who may see it, unless its feature is off: what is for everyone to the
 * shared log, what is for the holders of an account to their sessions.
 *
 * <p>Threads: those of the channel layer; it only enqueues.
 */
@ApplicationScoped
public class Broadcaster implements FrameListener {

  /** With each of these, full clients are told their positions, so that they find a loss. */
  private static final String HEARTBEAT = "heartbeat";

  @Inject SessionRegistry sessions;
  @Inject SendPump pump;
  @Inject StateRates rates;
  @Inject Cutover cutover;
  @Inject PathAges ages;
  @Inject Watchdog watchdog;
  @Inject CredentialGuard credentials;

  @Override
  public void onFrame(Frame frame) {
    if (isSent(frame)) {
      frame.route().ifPresent(this::note);
      rates.pass(WireFrame.of(frame), this::send);
    }
  }

  private void note(Frame.Route route) {
    ages.handedOver(route.feature(), RenderPath.WEBSOCKET, route.position().asOf());
  }

  /** Whether the cutover lets a frame out at all. */
  boolean isSent(Frame frame) {
    return frame.route().map(Frame.Route::feature).map(cutover::sends).orElse(true);
  }

  private void send(WireFrame wire) {
    Optional<String> account = wire.frame().audience().accountId();
    if (account.isEmpty()) {
      pump.publish(wire);
      if (wire.frame().type().equals(HEARTBEAT)) {
        watchdog.keepUp();
        credentials.keepUp();
        sessions.all().stream()
            .filter(SocketSession::isFull)
            .forEach(session -> session.change(Outbox::tellHeads));
      }
    } else {
      sessions.holdersOf(account.get()).forEach(session -> session.offer(wire));
    }
  }
}
