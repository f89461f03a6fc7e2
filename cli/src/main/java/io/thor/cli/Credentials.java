package io.thor.cli;

import java.util.Objects;

/** Who signs in. Its text form never holds the password. */
record Credentials(String user, String password) {

  Credentials {
    Objects.requireNonNull(user, "user");
    Objects.requireNonNull(password, "password");
  }

  @Override
  public String toString() {
    return "Credentials[user=" + user + ", password=***]";
  }
}
