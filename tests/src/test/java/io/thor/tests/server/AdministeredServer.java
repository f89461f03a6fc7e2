package io.thor.tests.server;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;

/**
 * The server of test classes that change users, or have them come from an issuer: one with an
 * administrator, short sessions and few free failures, which trusts this machine as a proxy. Each
 * test uses users of its own.
 */
public final class AdministeredServer extends ServerForAll {
  /** The password of the user {@code admin}. */
  public static final String ADMIN_PASSWORD = "admin-of-the-tests";

  /** How long a token lasts. */
  public static final int TOKEN_SECONDS = 30;

  /** After so many failures a name has to wait. */
  public static final int FREE_FAILURES = 3;

  /** Where the server looks for its issuer; whoever needs one starts it there. */
  public static final URI ISSUER = URI.create("http://127.0.0.1:" + FreePorts.one());

  /** What the issuer's tokens for the server have as their audience. */
  public static final String AUDIENCE = "https://thor.test/api";

  @Override
  ThorServer start() {
    Map<String, String> settings = new HashMap<>(SharedServer.SETTINGS);
    settings.put("thor.security.session-seconds", String.valueOf(TOKEN_SECONDS));
    settings.put("thor.security.refresh-grace-seconds", "2");
    settings.put("thor.security.sign-in-free-failures", String.valueOf(FREE_FAILURES));
    settings.put("thor.security.trusted-proxies", "127.0.0.1");
    settings.put("thor.oidc.issuer", ISSUER.toString());
    settings.put("thor.oidc.client-id", "thor");
    settings.put("thor.oidc.audience", AUDIENCE);
    settings.put("thor.oidc.roles", "desk=trader");
    settings.put("thor.oidc.clock-skew-seconds", "0");
    settings.put("thor.oidc.keys-apart-seconds", "1");
    Map<String, String> environment = new HashMap<>(SharedServer.ENVIRONMENT);
    environment.put("THOR_ADMIN_PASSWORD", ADMIN_PASSWORD);
    return ThorServers.start(settings, environment);
  }
}
