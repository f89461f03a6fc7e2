package io.thor.cli;

import java.net.http.WebSocket;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * One connection to the live stream, as a client that says nothing. The next message is asked of
 * the server when one was taken, so nothing gathers here.
 *
 * <p>Threads: the HTTP client's put in, the command's takes out.
 */
final class LiveStream implements WebSocket.Listener, AutoCloseable {

  /** Without a message for so long, the server's heartbeat has failed to come. */
  private static final Duration SILENCE = Duration.ofSeconds(75);

  /** A message, or how the connection ended. */
  private record Event(Optional<String> text, String end) {}

  private final LinkedBlockingQueue<Event> events = new LinkedBlockingQueue<>();
  private final StringBuilder partial = new StringBuilder();
  private Optional<WebSocket> socket = Optional.empty();
  private String end = "";

  /**
   * Opens the stream.
   *
   * @throws ServerFailed when the server does not let it in
   */
  static LiveStream open(ThorServer server) {
    LiveStream stream = new LiveStream();
    stream.socket = Optional.of(server.stream(stream));
    return stream;
  }

  @Override
  public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
    partial.append(data);
    if (last) {
      events.add(new Event(Optional.of(partial.toString()), ""));
      partial.setLength(0);
    } else {
      from.request(1);
    }
    return null;
  }

  @Override
  public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
    events.add(new Event(Optional.empty(), (code + " " + reason).strip()));
    return null;
  }

  @Override
  public void onError(WebSocket from, Throwable error) {
    events.add(new Event(Optional.empty(), error.getClass().getSimpleName()));
  }

  /** The next message; empty when the connection has ended, which {@link #end} explains. */
  Optional<String> next() {
    try {
      Event event = events.poll(SILENCE.toSeconds(), TimeUnit.SECONDS);
      if (event == null) {
        end = "silent for " + SILENCE.toSeconds() + " s";
        return Optional.empty();
      }
      end = event.end();
      event.text().ifPresent(text -> socket.ifPresent(open -> open.request(1)));
      return event.text();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      end = "interrupted";
      return Optional.empty();
    }
  }

  String end() {
    return end;
  }

  @Override
  public void close() {
    socket.ifPresent(WebSocket::abort);
  }
}
