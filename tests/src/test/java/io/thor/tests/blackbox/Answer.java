package io.thor.tests.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.thor.jsonp.Jsonp;
import jakarta.json.JsonObject;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;

/** What a REST route answered. */
public record Answer(int status, HttpHeaders headers, String body) {
  static Answer of(HttpResponse<String> response) {
    return new Answer(response.statusCode(), response.headers(), response.body());
  }

  /** This answer, whose status has to be the one given. */
  Answer expect(int wanted) {
    assertEquals(wanted, status, () -> "status of " + body);
    return this;
  }

  /** A header that has to be there. */
  String header(String name) {
    return headers
        .firstValue(name)
        .orElseThrow(() -> new AssertionError("no header " + name + " in " + headers.map()));
  }

  JsonObject json() {
    return Jsonp.readObject(body);
  }

  /** Where on its topic the answered state stands. */
  Position position() {
    return new Position(
        header("Thor-Topic"), header("Thor-Epoch"), Long.parseLong(header("Thor-Seq")));
  }

  /** The detail of a refusal, which has to be a problem of this status as RFC 9457 wants it. */
  String problem(int wanted) {
    expect(wanted);
    assertEquals("application/problem+json", header("Content-Type").split(";")[0]);
    assertEquals(wanted, json().getInt("status"));
    return json().getString("detail");
  }
}
