package io.thor.tests.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits until a server serves, or says with the end of the server's log why it does not. */
record Readiness(ServerProcess process, Path log) {
  // Payara's HTTP/2 may deadlock when a connection that was just upgraded ends.
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(Version.HTTP_1_1).build();
  private static final Duration ANSWER_LIMIT = Duration.ofSeconds(5);

  /**
   * Asks the address until it answers 200.
   *
   * <p>Errors: IllegalStateException when the process ends or the limit passes before that.
   */
  void await(URI address, Duration limit) {
    boolean came = Await.until(() -> !process.alive() || answer(address).equals("200"), limit);
    process.tree();
    if (!came || !process.alive()) {
      String reason =
          process.alive()
              ? " does not answer 200 within " + limit + " but " + answer(address)
              : " ended";
      throw new IllegalStateException("The server of " + address + reason + "\n" + LogTail.of(log));
    }
  }

  /**
   * Waits until the server does something, and kills it where it does not.
   *
   * <p>Errors: IllegalStateException when the process ends or the limit passes before that.
   *
   * @param what it does, for the message
   */
  void await(String what, BooleanSupplier does, Duration limit) {
    Await.until(() -> !process.alive() || does.getAsBoolean(), limit);
    process.tree();
    if (!process.alive() || !does.getAsBoolean()) {
      process.kill();
      throw new IllegalStateException("It did not come true that " + what + "\n" + LogTail.of(log));
    }
  }

  /** Waits in the same way until the server takes connections at a port of 127.0.0.1. */
  void awaitListening(String what, int port, Duration limit) {
    await(what + " listens", () -> listens(port), limit);
  }

  private static boolean listens(int port) {
    try {
      new Socket(InetAddress.getLoopbackAddress(), port).close();
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /** The status, or what kept it from coming. */
  private static String answer(URI address) {
    HttpRequest request = HttpRequest.newBuilder(address).timeout(ANSWER_LIMIT).build();
    try {
      return String.valueOf(CLIENT.send(request, BodyHandlers.discarding()).statusCode());
    } catch (IOException e) {
      return e.toString();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while waiting for " + address, e);
    }
  }
}
