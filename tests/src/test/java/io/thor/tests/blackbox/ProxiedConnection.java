package io.thor.tests.blackbox;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** One connection of the probe: a request with its answer, or a WebSocket with all its frames. */
record ProxiedConnection(FaultyProxy proxy, Socket probe) implements Runnable {
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private static final int TEXT = 0x81;
  private static final Set<String> PASSED =
      Set.of("thor-epoch", "thor-seq", "thor-as-of", "content-type", "etag");

  @Override
  public void run() {
    try (Socket socket = probe) {
      proxy.track(socket);
      String head = head(socket.getInputStream());
      if (head.toLowerCase(Locale.ROOT).contains("upgrade: websocket")) {
        stream(head);
      } else {
        answer(head);
      }
    } catch (IOException e) {
      // The connection has ended, at one side or the other.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void answer(String head) throws IOException, InterruptedException {
    String[] request = head.lines().findFirst().orElseThrow().split(" ");
    HttpRequest.Builder forwarded =
        HttpRequest.newBuilder(proxy.server().resolve(request[1]))
            .method(request[0], BodyPublishers.noBody());
    head.lines()
        .filter(line -> line.matches("(?i)(authorization|thor-purpose):.*"))
        .forEach(line -> forwarded.header(line.split(":")[0], line.split(":", 2)[1].trim()));
    HttpResponse<String> answer = HTTP.send(forwarded.build(), BodyHandlers.ofString());
    Map<String, String> headers = new HashMap<>();
    PASSED.forEach(
        name -> answer.headers().firstValue(name).ifPresent(value -> headers.put(name, value)));
    write(
        proxy.answered(
            request[1], new Fault.RestAnswer(answer.statusCode(), headers, answer.body())));
  }

  private void write(Fault.RestAnswer answer) throws IOException {
    byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
    StringBuilder head = new StringBuilder("HTTP/1.1 " + answer.status() + " passed\r\n");
    answer.headers().forEach((name, value) -> head.append(name + ": " + value + "\r\n"));
    head.append("content-length: " + body.length + "\r\nconnection: close\r\n\r\n");
    OutputStream out = probe.getOutputStream();
    out.write(head.toString().getBytes(StandardCharsets.US_ASCII));
    out.write(body);
    out.flush();
  }

  private void stream(String head) throws IOException {
    URI behind = proxy.server();
    try (Socket server = new Socket(behind.getHost(), behind.getPort())) {
      proxy.track(server);
      server.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
      FaultyProxy.daemon(() -> pump(server));
      DataInputStream in = new DataInputStream(new BufferedInputStream(server.getInputStream()));
      OutputStream out = probe.getOutputStream();
      out.write(head(in).getBytes(StandardCharsets.US_ASCII));
      while (true) {
        frame(in, out);
      }
    }
  }

  /** What the probe says passes as it is. */
  private void pump(Socket server) {
    try {
      probe.getInputStream().transferTo(server.getOutputStream());
    } catch (IOException e) {
      FaultyProxy.close(server);
    }
  }

  private void frame(DataInputStream in, OutputStream out) throws IOException {
    int first = in.readUnsignedByte();
    int second = in.readUnsignedByte();
    int length = second;
    if (second == 126) {
      length = in.readUnsignedShort();
    } else if (second == 127) {
      length = Math.toIntExact(in.readLong());
    }
    byte[] payload = in.readNBytes(length);
    List<byte[]> passed = List.of(payload);
    if (first == TEXT) {
      passed =
          proxy.pushed(new String(payload, StandardCharsets.UTF_8)).stream()
              .map(text -> text.getBytes(StandardCharsets.UTF_8))
              .toList();
    }
    for (byte[] each : passed) {
      write(first, each, out);
    }
    out.flush();
  }

  private static void write(int first, byte[] payload, OutputStream out) throws IOException {
    ByteArrayOutputStream frame = new ByteArrayOutputStream();
    frame.write(first);
    if (payload.length < 126) {
      frame.write(payload.length);
    } else if (payload.length < 1 << 16) {
      frame.write(126);
      frame.write(payload.length >> 8);
      frame.write(payload.length);
    } else {
      frame.write(127);
      for (int shift = 56; shift >= 0; shift -= 8) {
        frame.write((int) ((long) payload.length >> shift));
      }
    }
    frame.write(payload);
    out.write(frame.toByteArray());
  }

  /** Everything up to the empty line, which ends it. */
  private static String head(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int next = in.read();
      if (next < 0) {
        throw new IOException("the connection has ended before its head");
      }
      head.append((char) next);
    }
    return head.toString();
  }
}
