package io.thor.socket;

/**
 * A client asks for what cannot be understood or is not allowed now; the message says the remedy.
 */
final class InvalidRequestException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  InvalidRequestException(String message) {
    super(message);
  }
}
