package io.thor.socket;

import io.thor.identity.Viewer;
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

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (!(request.getUserPrincipal() instanceof Viewer viewer)) {
      throw new ServletException("the handshake has no user; map authentication before this");
    }
    Visitor visitor = new Visitor(viewer, request.getRemoteAddr());
    Optional<Refusal> refusal = admission.refusalOf(visitor);
    if (refusal.isPresent()) {
      RefusedHandshake.answer(response, refusal.get());
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
