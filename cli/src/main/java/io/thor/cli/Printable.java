package io.thor.cli;

/** Makes text from elsewhere safe to print: it can neither break a line nor steer a terminal. */
final class Printable {

  private Printable() {}

  /** The text with each control character replaced by a space. */
  static String line(String text) {
    return text.replaceAll("\\p{Cntrl}", " ");
  }
}
