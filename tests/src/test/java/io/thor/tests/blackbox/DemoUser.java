package io.thor.tests.blackbox;

import io.thor.jsonp.Jsonp;
import io.thor.tests.server.SharedServer;
import java.util.Locale;
import java.util.Optional;

/** Who can sign in at the servers of the tests. */
public enum DemoUser {
  OPERATOR(SharedServer.OPERATOR_PASSWORD, Optional.empty()),
  TRADER(SharedServer.TRADER_PASSWORD, Optional.of("ACC-1001")),
  TRADER2(SharedServer.TRADER2_PASSWORD, Optional.of("ACC-1002"));

  private final String password;
  private final Optional<String> account;

  DemoUser(String password, Optional<String> account) {
    this.password = password;
    this.account = account;
  }

  String username() {
    return name().toLowerCase(Locale.ROOT);
  }

  String password() {
    return password;
  }

  /** The one account that is theirs; the operator has none. */
  Optional<String> account() {
    return account;
  }

  /** The body of their sign-in. */
  String credentials() {
    return credentials(password);
  }

  /** The body of a sign-in with some other password. */
  String credentials(String other) {
    return Jsonp.object().add("username", username()).add("password", other).build().toString();
  }
}
