package io.thor.cli;

/** What {@code thorctl} tells the shell; scripts depend on these numbers. */
final class ExitCode {

  static final int OK = 0;

  /** The server cannot be reached, or answers with an error or with something unreadable. */
  static final int SERVER_FAILED = 1;

  /** The command line is wrong or incomplete; picocli's own number for it. */
  static final int USAGE = 2;

  /** A gate holds, or a second person is awaited. */
  static final int HELD = 3;

  /** At least one feature is latched as rolled back. */
  static final int ROLLED_BACK = 4;

  static final int SIGN_IN_REFUSED = 5;

  /** The server refuses an order for another reason than its gate. */
  static final int ORDER_REFUSED = 6;

  /** An entry of the audit was altered or is missing. */
  static final int AUDIT_BROKEN = 7;

  /** Rows of a trade file were left out under {@code --strict}, or none of it was a trade. */
  static final int ROWS_LEFT_OUT = 8;

  /** A file cannot be read or written. */
  static final int FILE_FAILED = 9;

  /** The session of a drill did not follow in time. */
  static final int DRILL_FAILED = 10;

  private ExitCode() {}
}
