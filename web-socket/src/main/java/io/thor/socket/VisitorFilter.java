package io.thor.socket;

import io.thor.config.Settings;
import io.thor.identity.Viewer;
import io.thor.protection.ProblemAnswers;
import io.thor.protection.TrustedProxies;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.util.Optional;

/**
 * Hands the endpoint the address of a handshake together with its user, and refuses a user who has
 * too many sessions. It is mapped behind authentication.
 */
public class VisitorFilter extends HttpFilter {

  private static final long serialVersionUID = 1L;

  @Inject transient Admission admission;
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
    if (!(request.getUserPrincipal() instanceof Viewer viewer)) {
      throw new ServletException("the handshake has no user; map authentication before this");
    }
    Visitor visitor = new Visitor(viewer, proxies.clientAddress(request));
    Optional<Refusal> refusal = admission.refusalOf(visitor);
    if (refusal.isPresent()) {
      refusal.get().answer(response, problems);
    } else {
      chain.doFilter(new VisitorRequest(request, visitor), response);
    }
  }

  private static final class VisitorRequest extends HttpServletRequestWrapper {

    private final Visitor visitor;

    VisitorRequest(HttpServletRequest request, Visitor visitor) {
      super(request);
      this.visitor = visitor;
    }

    @Override
    public Principal getUserPrincipal() {
      return visitor;
    }
  }
}
