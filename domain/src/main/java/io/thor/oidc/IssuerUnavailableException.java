package io.thor.oidc;

/** The issuer did not answer as an issuer does, so that nobody can be told from anybody. */
public class IssuerUnavailableException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  IssuerUnavailableException(String message) {
    super(message);
  }

  IssuerUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}
