package io.thor.parity;

/** A user's pages report more often than they may. */
public class TooManyReportsException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  TooManyReportsException(int most) {
    super("more than " + most + " reports in a minute; report less often");
  }
}
