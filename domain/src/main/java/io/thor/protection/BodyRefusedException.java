package io.thor.protection;

/** The body of a request is not read: the message says why, and what to do. */
class BodyRefusedException extends Exception {

  private static final long serialVersionUID = 1L;

  private final int status;
  private final String title;

  BodyRefusedException(int status, String title, String detail) {
    super(detail);
    this.status = status;
    this.title = title;
  }

  /** Of the answer in HTTP. */
  int status() {
    return status;
  }

  String title() {
    return title;
  }
}
