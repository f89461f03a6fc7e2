package io.thor.rest;

import jakarta.ws.rs.core.Response;

/** A request that cannot be answered, as RFC 9457 describes it to the caller. */
public class Problem extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** The type of one that its status says all about. */
  static final String UNTYPED = "about:blank";

  private static final String NOT_YET = "urn:thor:problem:not-yet";

  private final String type;
  private final Response.Status status;

  private Problem(Response.Status status, String detail) {
    this(UNTYPED, status, detail);
  }

  private Problem(String type, Response.Status status, String detail) {
    super(detail);
    this.type = type;
    this.status = status;
  }

  /** The request is wrong: names the field, the value and the remedy. */
  public static Problem badRequest(String field, String value, String remedy) {
    return new Problem(
        Response.Status.BAD_REQUEST, "%s is '%s'; give %s".formatted(field, value, remedy));
  }

  /** The request is wrong, as the detail says with field, value and remedy. */
  public static Problem invalid(String detail) {
    return new Problem(Response.Status.BAD_REQUEST, detail);
  }

  /** A parameter is missing. */
  public static Problem missing(String field, String remedy) {
    return new Problem(Response.Status.BAD_REQUEST, "%s is missing; %s".formatted(field, remedy));
  }

  public static Problem unauthorized(String detail) {
    return new Problem(Response.Status.UNAUTHORIZED, detail);
  }

  public static Problem forbidden(String detail) {
    return new Problem(Response.Status.FORBIDDEN, detail);
  }

  /** It does not exist, or is somebody else's: the caller cannot tell which. */
  public static Problem notFound(String what, String value) {
    return new Problem(Response.Status.NOT_FOUND, "there is no %s '%s'".formatted(what, value));
  }

  /** What is asked for contradicts what is there. */
  public static Problem conflict(String detail) {
    return new Problem(Response.Status.CONFLICT, detail);
  }

  /** Nothing was committed yet; the same request will succeed. */
  public static Problem notYet(String what) {
    return new Problem(
        NOT_YET,
        Response.Status.SERVICE_UNAVAILABLE,
        what + " is not computed yet; ask again in seconds");
  }

  /** Another server that is needed does not do its part. */
  public static Problem unavailable(String detail) {
    return new Problem(Response.Status.SERVICE_UNAVAILABLE, detail);
  }

  String type() {
    return type;
  }

  Response.Status status() {
    return status;
  }
}
