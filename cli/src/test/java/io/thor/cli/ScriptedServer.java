package io.thor.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** An HTTP server on a free loopback port that gives one prepared answer for each path. */
final class ScriptedServer implements AutoCloseable {

  /** What the server was asked. */
  record Request(
      String line, Optional<String> authorization, Optional<String> origin, String body) {}

  private final HttpServer http;
  private final ExecutorService workers = Executors.newCachedThreadPool();
  private final CountDownLatch closing = new CountDownLatch(1);
  private final List<Request> requests = new CopyOnWriteArrayList<>();

  ScriptedServer() throws IOException {
    http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    http.setExecutor(workers);
    http.start();
  }

  String url() {
    return "http://127.0.0.1:" + http.getAddress().getPort();
  }

  List<Request> requests() {
    return requests;
  }

  /** Gives each body in turn, and the last one from then on. */
  ScriptedServer answers(String path, int status, String... bodies) {
    return answers(path, "application/json", status, bodies);
  }

  /** Gives a problem as RFC 9457 describes it. */
  ScriptedServer refuses(String path, int status, String problem) {
    return answers(path, "application/problem+json", status, problem);
  }

  private ScriptedServer answers(String path, String type, int status, String... bodies) {
    AtomicInteger given = new AtomicInteger();
    http.createContext(
        path,
        exchange -> {
          exchange.getResponseHeaders().set("Content-Type", type);
          respond(exchange, status, bodies[Math.min(given.getAndIncrement(), bodies.length - 1)]);
        });
    return this;
  }

  /** Has nothing at a path any more. */
  void forgets(String path) {
    http.removeContext(path);
  }

  /** Takes the request and says nothing until the server closes. */
  ScriptedServer staysSilentAt(String path) {
    http.createContext(
        path,
        exchange -> {
          awaitClose();
          exchange.close();
        });
    return this;
  }

  /** Sends the head of an answer and then nothing more until the server closes. */
  ScriptedServer stallsInTheBodyAt(String path) {
    http.createContext(
        path,
        exchange -> {
          exchange.sendResponseHeaders(200, 1000);
          exchange.getResponseBody().flush();
          awaitClose();
          exchange.close();
        });
    return this;
  }

  @Override
  public void close() {
    closing.countDown();
    http.stop(0);
    workers.shutdownNow();
  }

  private void respond(HttpExchange exchange, int status, String body) throws IOException {
    try (exchange) {
      requests.add(
          new Request(
              exchange.getRequestMethod() + " " + exchange.getRequestURI(),
              header(exchange, "Authorization"),
              header(exchange, "Origin"),
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
      byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(status, bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  private static Optional<String> header(HttpExchange exchange, String name) {
    return Optional.ofNullable(exchange.getRequestHeaders().getFirst(name));
  }

  private void awaitClose() {
    try {
      closing.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
