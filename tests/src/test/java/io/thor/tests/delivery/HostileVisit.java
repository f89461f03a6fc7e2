package io.thor.tests.delivery;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;

/** One connection that sends hostile frames and nothing else. */
final class HostileVisit {
  static final int FRAMES = 25;

  private static final Duration LIMIT = Duration.ofSeconds(30);

  private HostileVisit() {}

  /**
   * All that the server says until it ends the connection.
   *
   * <p>Errors: AssertionError when it does not; IOException when it does not let it in.
   */
  static String pay(Doorway doorway, long seed) throws IOException {
    HostileFrames frames = new HostileFrames(seed);
    ByteArrayOutputStream attack = new ByteArrayOutputStream();
    for (int i = 0; i < FRAMES; i++) {
      attack.writeBytes(frames.next());
    }
    StringBuilder told = new StringBuilder();
    try (RawSocket socket = RawSocket.open(doorway)) {
      socket.sendAndEnd(attack.toByteArray());
      while (true) {
        told.append(socket.readSilently(LIMIT).text());
      }
    } catch (SocketTimeoutException e) {
      throw new AssertionError("connection " + seed + " was left open", e);
    } catch (EOFException | SocketException e) {
      return told.toString();
    }
  }
}
