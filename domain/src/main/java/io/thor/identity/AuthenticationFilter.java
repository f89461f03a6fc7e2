package io.thor.identity;

import io.thor.config.Settings;
import io.thor.oidc.IssuerUnavailableException;
import io.thor.protection.ProblemAnswers;
import io.thor.protection.TrustedProxies;
import io.thor.storage.DatabaseDownException;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Says who is calling, for REST and for the WebSocket handshake alike. Each web archive maps it in
 * its {@code web.xml}. A request without a token passes as nobody's, unless the parameter {@code
 * required} is {@code true}; a token that is not valid is refused, except where one signs in or
 * out.
 */
public class AuthenticationFilter extends HttpFilter {

  private static final long serialVersionUID = 1L;
  private static final System.Logger LOG = System.getLogger(AuthenticationFilter.class.getName());

  /** Where a token that has ended does no harm: one signs in, or asks how one can. */
  private static final Pattern SIGN_IN =
      Pattern.compile(".*/session(/methods|/oidc/login|/oidc/callback)?");

  @Inject transient Tokens tokens;
  @Inject transient OutsideUsers outsideUsers;
  @Inject transient RecentViewers recent;
  @Inject transient ProblemAnswers problems;
  @Inject transient Settings settings;

  private transient TrustedProxies proxies;

  @Override
  public void init() {
    proxies = new TrustedProxies(settings);
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    Optional<String> secret = RequestToken.of(request);
    Optional<Viewer> viewer;
    try {
      viewer = secret.flatMap(text -> viewerOf(text, request));
    } catch (IssuerUnavailableException e) {
      refuseForNow(response, "the issuer of the token cannot be asked", e);
      return;
    } catch (DatabaseDownException e) {
      refuseForNow(response, "the token cannot be checked while the database is down", e);
      return;
    }
    if (viewer.isPresent()) {
      chain.doFilter(new SignedInRequest(request, viewer.get()), response);
    } else if (mayPass(request, secret.isPresent())) {
      chain.doFilter(request, response);
    } else {
      refuse(response, secret.isPresent());
    }
  }

  /** While the database is down, who was known a short time ago still is. */
  private Optional<Viewer> viewerOf(String secret, HttpServletRequest request) {
    try {
      Optional<Viewer> viewer = stored(secret, request);
      recent.remember(secret, viewer);
      return viewer;
    } catch (DatabaseDownException e) {
      return Optional.of(recent.of(secret).orElseThrow(() -> e));
    }
  }

  private Optional<Viewer> stored(String secret, HttpServletRequest request) {
    return outsideUsers.mayKnow(secret)
        ? outsideUsers.viewerOf(secret, proxies.clientAddress(request))
        : tokens.viewerOf(secret);
  }

  private boolean mayPass(HttpServletRequest request, boolean tokenGiven) {
    if (Boolean.parseBoolean(getInitParameter("required"))) {
      return false;
    }
    return !tokenGiven || SIGN_IN.matcher(request.getRequestURI()).matches();
  }

  private void refuse(HttpServletResponse response, boolean tokenGiven) throws IOException {
    String detail =
        tokenGiven
            ? "the token is unknown or has ended; sign in again at POST /api/session"
            : "no token was given; sign in at POST /api/session";
    problems.write(response, HttpServletResponse.SC_UNAUTHORIZED, "Unauthorized", detail);
  }

  private void refuseForNow(HttpServletResponse response, String why, RuntimeException cause)
      throws IOException {
    LOG.log(Level.DEBUG, "a token cannot be checked", cause);
    response.setHeader("Retry-After", "10");
    problems.write(
        response,
        HttpServletResponse.SC_SERVICE_UNAVAILABLE,
        "Service Unavailable",
        why + "; try again in seconds");
  }
}
