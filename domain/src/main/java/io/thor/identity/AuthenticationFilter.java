package io.thor.identity;

import io.thor.protection.ProblemAnswers;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/**
 * Says who is calling, for REST and for the WebSocket handshake alike. Each web archive maps it in
 * its {@code web.xml}. A request without a token passes as nobody's, unless the parameter {@code
 * required} is {@code true}; a token that is not valid is refused, except where one signs in or
 * out.
 */
public class AuthenticationFilter extends HttpFilter {

  private static final long serialVersionUID = 1L;

  private static final String SIGN_IN_PATH = "/session";

  @Inject transient Tokens tokens;
  @Inject transient ProblemAnswers problems;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    Optional<String> secret = RequestToken.of(request);
    Optional<Viewer> viewer = secret.flatMap(tokens::viewerOf);
    if (viewer.isPresent()) {
      chain.doFilter(new SignedInRequest(request, viewer.get()), response);
    } else if (mayPass(request, secret.isPresent())) {
      chain.doFilter(request, response);
    } else {
      refuse(response, secret.isPresent());
    }
  }

  private boolean mayPass(HttpServletRequest request, boolean tokenGiven) {
    if (Boolean.parseBoolean(getInitParameter("required"))) {
      return false;
    }
    return !tokenGiven || request.getRequestURI().endsWith(SIGN_IN_PATH);
  }

  private void refuse(HttpServletResponse response, boolean tokenGiven) throws IOException {
    String detail =
        tokenGiven
            ? "the token is unknown or has ended; sign in again at POST /api/session"
            : "no token was given; sign in at POST /api/session";
    problems.write(response, HttpServletResponse.SC_UNAUTHORIZED, "Unauthorized", detail);
  }
}
