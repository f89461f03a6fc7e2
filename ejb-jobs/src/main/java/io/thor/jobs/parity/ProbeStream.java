package io.thor.jobs.parity;

import java.net.http.WebSocket;
import java.time.Clock;
import java.util.concurrent.CompletionStage;

/**
 * Puts together the frames of a connection and hands them on.
 *
 * <p>Threads: the client's, one call at a time; it only enqueues.
 */
final class ProbeStream implements WebSocket.Listener {

  private static final int LONGEST_MESSAGE = 16 * 1024 * 1024;

  private final Inbox inbox;
  private final Clock clock;
  private final StringBuilder partial = new StringBuilder();

  ProbeStream(Inbox inbox, Clock clock) {
    this.inbox = inbox;
    this.clock = clock;
  }

  @Override
  public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
    partial.append(data);
    boolean taken = partial.length() <= LONGEST_MESSAGE;
    if (last && taken) {
      taken = inbox.offer(new Heard.Frame(partial.toString(), clock.instant()));
      partial.setLength(0);
    }
    if (taken) {
      socket.request(1);
    } else {
      socket.abort();
    }
    return null;
  }

  @Override
  public CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
    inbox.offer(new Heard.Closed("closed with " + code, clock.instant()));
    return null;
  }

  @Override
  public void onError(WebSocket socket, Throwable error) {
    inbox.offer(new Heard.Closed("broken: " + error, clock.instant()));
  }
}
