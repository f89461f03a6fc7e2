package io.thor.tests.server;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives test classes that change users, or have them come from an issuer, the one {@link
 * ThorServer} that they share: one with an administrator, short sessions and few free failures,
 * which trusts this machine as a proxy. Each test uses users of its own.
 */
public final class AdministeredServer implements ParameterResolver {
  /** The password of the user {@code admin}. */
  public static final String ADMIN_PASSWORD = "admin-of-the-tests";

  /** After so many failures a name has to wait. */
  public static final int FREE_FAILURES = 3;

  /** Where the server looks for its issuer; whoever needs one starts it there. */
  public static final URI ISSUER = URI.create("http://127.0.0.1:" + FreePorts.one());

  /** What the issuer's tokens for the server have as their audience. */
  public static final String AUDIENCE = "https://thor.test/api";

  private static final Namespace NAMESPACE = Namespace.create(AdministeredServer.class);

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == ThorServer.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getRoot()
        .getStore(NAMESPACE)
        .getOrComputeIfAbsent(ThorServer.class, key -> start(), ThorServer.class);
  }

  private static ThorServer start() {
    Map<String, String> settings = new HashMap<>(SharedServer.SETTINGS);
    settings.put("thor.security.session-seconds", "30");
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
