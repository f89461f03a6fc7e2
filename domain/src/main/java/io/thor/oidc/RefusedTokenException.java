package io.thor.oidc;

/** A token or an answer of a browser is not valid; the message says why, and holds no secret. */
public class RefusedTokenException extends Exception {

  private static final long serialVersionUID = 1L;

  RefusedTokenException(String message) {
    super(message);
  }

  RefusedTokenException(String message, Throwable cause) {
    super(message, cause);
  }
}
