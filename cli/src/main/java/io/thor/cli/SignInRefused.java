package io.thor.cli;

/** The server does not accept this user with this password, or no longer accepts the session. */
final class SignInRefused extends CommandFailure {

  private static final long serialVersionUID = 1L;

  SignInRefused(String message) {
    super(ExitCode.SIGN_IN_REFUSED, message, null);
  }
}
