package io.thor.rest;

import io.thor.config.Settings;
import io.thor.identity.Actor;
import io.thor.protection.TrustedProxies;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.SecurityContext;

/** The caller of this request as the audit names them: who, and from where. */
@RequestScoped
public class Callers {

  @Inject Settings settings;
  @Inject HttpServletRequest request;

  private TrustedProxies proxies;

  @PostConstruct
  void read() {
    proxies = new TrustedProxies(settings);
  }

  /**
   * The signed-in user with their address. The user comes from JAX-RS, for the request that is
   * injected here is on some servers the one that no filter has wrapped.
   */
  public Actor actor(SecurityContext context) {
    return new Actor(Caller.of(context).username(), address());
  }

  /** The client's address, as text. */
  public String address() {
    return proxies.clientAddress(request);
  }

  /** This server's scheme, host and port as the client's browser names them. */
  public String origin() {
    return proxies.origin(request);
  }

  /** Whether the client speaks TLS. */
  public boolean isSecure() {
    return proxies.isSecure(request);
  }
}
