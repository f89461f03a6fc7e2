package io.thor.replay;

/** A row cannot count. Without a stack trace: a file can have millions of them. */
public final class RejectedRowException extends Exception {

  private static final long serialVersionUID = 1L;
  private static final int LONGEST_VALUE = 60;

  private final Rejection rejection;

  RejectedRowException(Rejection rejection, String message) {
    super(message, null, false, false);
    this.rejection = rejection;
  }

  /** A field is wrong; the value is cut and its control characters are replaced. */
  static RejectedRowException field(
      Rejection rejection, String name, String value, String wrongAndRemedy) {
    return new RejectedRowException(
        rejection, name + " '" + printable(value) + "' " + wrongAndRemedy);
  }

  public Rejection rejection() {
    return rejection;
  }

  private static String printable(String value) {
    String cut =
        value.length() <= LONGEST_VALUE ? value : value.substring(0, LONGEST_VALUE) + "...";
    return cut.replaceAll("\\p{Cntrl}", "?");
  }
}
