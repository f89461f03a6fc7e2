package io.thor.socket;

import jakarta.json.Json;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** The answer to a handshake that is not let in (RFC 9457). */
final class RefusedHandshake {

  private static final String RETRY_AFTER_SECONDS = "10";

  private RefusedHandshake() {}

  static void answer(HttpServletResponse response, Refusal refusal) throws IOException {
    response.setStatus(refusal.status());
    response.setHeader("Retry-After", RETRY_AFTER_SECONDS);
    response.setHeader("Cache-Control", "no-store");
    response.setContentType("application/problem+json");
    String problem =
        Json.createObjectBuilder()
            .add("type", "about:blank")
            .add("title", "Too many sessions")
            .add("status", refusal.status())
            .add("detail", refusal.detail())
            .build()
            .toString();
    response.getOutputStream().write(problem.getBytes(StandardCharsets.UTF_8));
  }
}
