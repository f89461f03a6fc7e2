package io.thor.tests.delivery;

import io.thor.jsonp.Jsonp;
import jakarta.json.JsonObject;
import java.io.EOFException;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/** One connection of a full client, which says hello and goes on from where its journal stands. */
final class FullSession implements AutoCloseable {
  private final RawSocket socket;
  private final Journal journal;
  private boolean welcome;
  private Optional<Duration> comeBackIn = Optional.empty();

  private FullSession(RawSocket socket, Journal journal) {
    this.socket = socket;
    this.journal = journal;
  }

  /** Opens the connection and sends both requests without waiting for an answer. */
  static FullSession open(Doorway doorway, Journal journal, boolean batch) throws IOException {
    FullSession session = new FullSession(RawSocket.open(doorway), journal);
    session.socket.sendText(
        "{\"type\":\"hello\",\"data\":{\"protocol\":1,\"batch\":" + batch + "}}");
    session.socket.sendText(journal.subscription());
    return session;
  }

  /**
   * Reads one frame into the journal. What comes before the welcome is for a plain client.
   *
   * <p>Errors: IOException at the end of the connection, with the code where the server has closed
   * it; SocketTimeoutException after the limit, and then nothing more can be read.
   */
  void read(Duration limit) throws IOException {
    RawFrame frame = socket.read(limit);
    if (frame.isClose()) {
      throw new EOFException("the server closed the connection with " + frame.closeCode());
    }
    if (frame.isText()) {
      accept(parse(frame.text()));
    }
  }

  private void accept(JsonObject message) {
    switch (message.getString("type")) {
      case "batch" ->
          message.getJsonArray("data").getValuesAs(JsonObject.class).forEach(this::accept);
      case "welcome" -> welcome = true;
      case "draining" ->
          comeBackIn =
              Optional.of(
                  Duration.ofMillis(message.getJsonObject("data").getInt("reconnect_in_ms")));
      default -> {
        if (welcome) {
          journal.accept(message);
        }
      }
    }
  }

  /** When the server wants the client back, from the moment at which it said so. */
  Optional<Duration> comeBackIn() {
    return comeBackIn;
  }

  void cut() throws IOException {
    socket.cut();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }

  private static JsonObject parse(String text) {
    return Jsonp.readObject(text);
  }
}
