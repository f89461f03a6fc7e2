package io.thor.socket;

import io.thor.channel.Frame;
import io.thor.channel.FrameListener;
import io.thor.cutover.Cutover;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * Hands every frame to the sessions that may see it, unless its feature is off.
 *
 * <p>Threads: those of the channel layer; it only enqueues.
 */
@ApplicationScoped
public class Broadcaster implements FrameListener {

  @Inject SessionRegistry sessions;
  @Inject Cutover cutover;

  @Override
  public void onFrame(Frame frame) {
    if (isSent(frame)) {
      sessions.all().forEach(session -> session.offer(frame));
    }
  }

  /** Whether the cutover lets a frame out at all. */
  boolean isSent(Frame frame) {
    return frame.route().map(Frame.Route::feature).map(cutover::sends).orElse(true);
  }
}
