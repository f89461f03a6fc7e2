package io.thor.parity;

/** JSON pointers, RFC 6901. */
final class Pointers {

  private Pointers() {}

  static String escape(String name) {
    return name.replace("~", "~0").replace("/", "~1");
  }

  /** The last name of a pointer, still escaped; empty for the whole document. */
  static String last(String pointer) {
    return pointer.substring(pointer.lastIndexOf('/') + 1);
  }
}
