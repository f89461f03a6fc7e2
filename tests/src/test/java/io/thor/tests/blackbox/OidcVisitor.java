package io.thor.tests.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.thor.jsonp.Jsonp;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * Who has to do with an issuer: a browser with its cookies, and a program that asks for tokens. Not
 * thread safe.
 */
final class OidcVisitor {
  private static final int MOST_REDIRECTS = 10;

  private final URI issuer;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .cookieHandler(new CookieManager())
          .build();

  OidcVisitor(URI issuer) {
    this.issuer = issuer;
  }

  /** Follows redirects until one leads to an address with that beginning. */
  URI followUntil(URI start, String beginning) {
    URI next = start;
    for (int i = 0; i < MOST_REDIRECTS; i++) {
      if (i > 0 && next.toString().startsWith(beginning)) {
        return next;
      }
      next = next.resolve(open(next).headers().firstValue("Location").orElseThrow());
    }
    throw new AssertionError("no redirect leads to " + beginning + " but to " + next);
  }

  HttpResponse<String> open(URI address) {
    return send(HttpRequest.newBuilder(address).GET());
  }

  /** A token for a program, as JSON web token, for one audience. */
  String token(String audience) {
    return token("robot", audience);
  }

  /** A token for one of the issuer's programs. */
  String token(String program, String audience) {
    String credentials =
        Base64.getEncoder()
            .encodeToString((program + ":secret-of-the-tests").getBytes(StandardCharsets.US_ASCII));
    String form =
        "grant_type=client_credentials&scope=use&resource="
            + URLEncoder.encode(audience, StandardCharsets.UTF_8);
    HttpResponse<String> answer =
        send(
            HttpRequest.newBuilder(URI.create(issuer + "/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Authorization", "Basic " + credentials)
                .POST(BodyPublishers.ofString(form)));
    assertEquals(200, answer.statusCode(), answer::body);
    JsonObject token = Jsonp.readObject(answer.body());
    return token.getString("access_token");
  }

  /** A part of a JSON web token that says what it wants to. */
  static String encoded(String json) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(json.getBytes(StandardCharsets.UTF_8));
  }

  /** Asks the issuer of the tests for something that issuers do not do otherwise. */
  void control(String what) {
    URI address = URI.create(issuer + "/control/" + what);
    assertEquals(
        200, send(HttpRequest.newBuilder(address).POST(BodyPublishers.noBody())).statusCode());
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return http.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for an answer", e);
    }
  }
}
