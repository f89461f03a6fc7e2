package io.thor.identity;

/** What a new password has to be. */
final class PasswordRule {

  static final int LEAST_LENGTH = 8;
  private static final int MOST_LENGTH = 256;

  private PasswordRule() {}

  /** Errors: {@link InvalidUserException} says what is wrong and never shows the password. */
  static void check(String username, String password) {
    if (password.length() < LEAST_LENGTH || password.length() > MOST_LENGTH) {
      throw new InvalidUserException(
          "password is %d characters long; give %d to %d"
              .formatted(password.length(), LEAST_LENGTH, MOST_LENGTH));
    }
    if (password.equalsIgnoreCase(username)) {
      throw new InvalidUserException("password is the username; give another");
    }
  }
}
