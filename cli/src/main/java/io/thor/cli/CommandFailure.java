package io.thor.cli;

/** Ends a command: its message is for the operator, its exit code for the shell. */
abstract sealed class CommandFailure extends RuntimeException
    permits ServerFailed, SignInRefused, FileFailed {

  private static final long serialVersionUID = 1L;

  private final int exitCode;

  CommandFailure(int exitCode, String message, Throwable cause) {
    super(message, cause);
    this.exitCode = exitCode;
  }

  final int exitCode() {
    return exitCode;
  }
}
