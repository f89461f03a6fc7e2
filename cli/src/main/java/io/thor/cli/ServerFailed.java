package io.thor.cli;

/** The server did not answer, or not with what was asked for. */
final class ServerFailed extends CommandFailure {

  private static final long serialVersionUID = 1L;

  ServerFailed(String message) {
    this(message, null);
  }

  ServerFailed(String message, Throwable cause) {
    super(ExitCode.SERVER_FAILED, message, cause);
  }
}
