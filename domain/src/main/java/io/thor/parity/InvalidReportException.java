package io.thor.parity;

/** A page's report is not what it should be; the message names the field and the remedy. */
public class InvalidReportException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  InvalidReportException(String field, Object value, String remedy) {
    super("%s is '%s'; give %s".formatted(field, value, remedy));
  }
}
