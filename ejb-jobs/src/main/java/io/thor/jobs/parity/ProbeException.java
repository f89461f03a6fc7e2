package io.thor.jobs.parity;

/** The probe cannot connect; the message says why. */
final class ProbeException extends Exception {

  private static final long serialVersionUID = 1L;

  ProbeException(String message) {
    super(message);
  }

  ProbeException(String message, Throwable cause) {
    super(message, cause);
  }
}
