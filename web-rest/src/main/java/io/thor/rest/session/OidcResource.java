package io.thor.rest.session;

import io.thor.identity.OutsideUsers;
import io.thor.identity.RequestToken;
import io.thor.identity.Tokens;
import io.thor.oidc.BrowserSecrets;
import io.thor.oidc.IssuerUnavailableException;
import io.thor.oidc.Oidc;
import io.thor.oidc.RefusedTokenException;
import io.thor.rest.Access;
import io.thor.rest.Callers;
import io.thor.rest.Problem;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.time.Duration;

/** Signs a browser in by the external issuer: there and back again, to Thor's own cookie. */
@Path("/session/oidc")
public class OidcResource {

  static final String LOGIN_ROUTE = "/api/session/oidc/login";

  private static final System.Logger LOG = System.getLogger(OidcResource.class.getName());
  private static final String COOKIE = "thor_oidc";
  private static final String COOKIE_PATH = "/api/session/oidc";
  private static final String CALLBACK_ROUTE = COOKIE_PATH + "/callback";
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  @Inject Oidc oidc;
  @Inject OutsideUsers users;
  @Inject Tokens tokens;
  @Inject Callers callers;
  @Inject SessionCookies cookies;
  @Context HttpServletRequest request;

  /** Sends the browser to the issuer. */
  @GET
  @Path("/login")
  @Access(open = true)
  public Response login() {
    requireIssuer();
    try {
      Oidc.Departure departure = oidc.depart(callbackAddress());
      return redirect(departure.address())
          .cookie(binding(departure.secrets().toCookie(), PATIENCE))
          .build();
    } catch (IssuerUnavailableException e) {
      throw unavailable(e);
    }
  }

  /** Takes the browser back, and sends it on to the page with its session. */
  @GET
  @Path("/callback")
  @Access(open = true)
  public Response callback(
      @QueryParam("code") @DefaultValue("") String code,
      @QueryParam("state") @DefaultValue("") String state,
      @CookieParam(COOKIE) @DefaultValue("") String kept) {
    requireIssuer();
    BrowserSecrets secrets =
        BrowserSecrets.ofCookie(kept)
            .orElseThrow(() -> Problem.badRequest(COOKIE, "", "it by " + LOGIN_ROUTE));
    Tokens.Issued issued = signIn(code, state, secrets);
    RequestToken.of(request).ifPresent(tokens::revoke);
    return redirect(URI.create(callers.origin() + "/"))
        .cookie(cookies.session(issued.secret(), issued.longest()))
        .cookie(binding("", Duration.ZERO))
        .build();
  }

  private Tokens.Issued signIn(String code, String state, BrowserSecrets secrets) {
    try {
      return users
          .signIn(new Oidc.Arrival(code, state, secrets, callbackAddress()), callers.address())
          .orElseThrow(() -> Problem.forbidden("this user is disabled here"));
    } catch (RefusedTokenException e) {
      LOG.log(Level.DEBUG, "a browser came back in vain", e);
      throw Problem.unauthorized("the sign-in is not valid; begin again at " + LOGIN_ROUTE);
    } catch (IssuerUnavailableException e) {
      throw unavailable(e);
    }
  }

  private void requireIssuer() {
    if (!oidc.isConfigured()) {
      throw Problem.notFound("issuer", "of OpenID Connect");
    }
  }

  private static Problem unavailable(IssuerUnavailableException cause) {
    LOG.log(Level.DEBUG, "a browser cannot sign in", cause);
    return Problem.unavailable("the issuer cannot be asked; try again in seconds");
  }

  private String callbackAddress() {
    return callers.origin() + CALLBACK_ROUTE;
  }

  private NewCookie binding(String value, Duration lifetime) {
    return cookies.cookie(COOKIE, COOKIE_PATH, value, lifetime);
  }

  private static Response.ResponseBuilder redirect(URI address) {
    return Response.seeOther(address).header(HttpHeaders.CACHE_CONTROL, "no-store");
  }
}
