package io.thor.socket;

import io.thor.protection.AllowedOrigins;
import io.thor.protection.ProblemAnswers;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Why a handshake is not let in.
 *
 * @param status of the answer in HTTP
 * @param detail what speaks against it, and the key that decides about that
 */
record Refusal(int status, String detail) {

  private static final int FORBIDDEN = 403;
  private static final int TOO_MANY_REQUESTS = 429;
  private static final int UNAVAILABLE = 503;

  private static final String RETRY_AFTER_SECONDS = "10";

  static Refusal serverIsFull(String key, int limit) {
    return new Refusal(
        UNAVAILABLE, "this server has " + limit + " sessions already; " + remedy(key));
  }

  static Refusal tooManyOf(String whom, String key, int limit) {
    return new Refusal(
        TOO_MANY_REQUESTS, whom + " has " + limit + " sessions already; " + remedy(key));
  }

  static Refusal tooFrequent(String key, int limit) {
    return new Refusal(
        TOO_MANY_REQUESTS,
        "this address has tried "
            + limit
            + " handshakes within 10 s; wait, or let the operator raise "
            + key);
  }

  static Refusal foreignOrigin() {
    return new Refusal(
        FORBIDDEN,
        "Origin is not one whose pages may connect; open Thor's own page, or let the operator add"
            + " it to "
            + AllowedOrigins.KEY);
  }

  /** Answers the handshake. */
  void answer(HttpServletResponse response, ProblemAnswers problems) throws IOException {
    if (status != FORBIDDEN) {
      response.setHeader("Retry-After", RETRY_AFTER_SECONDS);
    }
    problems.write(response, status, "Handshake refused", detail);
  }

  private static String remedy(String key) {
    return "close one, or let the operator raise " + key;
  }
}
