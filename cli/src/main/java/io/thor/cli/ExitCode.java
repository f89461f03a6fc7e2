package io.thor.cli;

/** What {@code thorctl} tells the shell; scripts depend on these numbers. */
final class ExitCode {

  static final int OK = 0;

  /** The server cannot be reached, or answers with an error or with something unreadable. */
  static final int SERVER_FAILED = 1;

  /** The command line is wrong or incomplete; picocli's own number for it. */
  static final int USAGE = 2;

  /** At least one feature is latched as rolled back. */
  static final int ROLLED_BACK = 4;

  static final int SIGN_IN_REFUSED = 5;

  private ExitCode() {}
}
