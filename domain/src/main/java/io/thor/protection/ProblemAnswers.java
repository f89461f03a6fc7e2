package io.thor.protection;

import io.thor.cutover.Cutover;
import io.thor.json.RecordJson;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Refuses a request before it reaches a resource, in the form that resources refuse it. */
@ApplicationScoped
public class ProblemAnswers {

  /** The members of RFC 9457. */
  public record Problem(String type, String title, int status, String detail) {}

  @Inject Cutover cutover;

  /** Writes the whole answer. */
  public void write(HttpServletResponse response, int status, String title, String detail)
      throws IOException {
    response.setStatus(status);
    response.setHeader("Thor-Cutover-Revision", Long.toString(cutover.current().revision()));
    response.setHeader("Cache-Control", "no-store");
    if (status == HttpServletResponse.SC_UNAUTHORIZED) {
      response.setHeader("WWW-Authenticate", "Bearer");
    }
    response.setContentType("application/problem+json");
    String body = RecordJson.write(new Problem("about:blank", title, status, detail));
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    response.setContentLength(bytes.length);
    response.getOutputStream().write(bytes);
  }
}
