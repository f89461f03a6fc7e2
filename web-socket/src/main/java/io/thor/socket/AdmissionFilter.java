package io.thor.socket;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/**
 * Refuses handshakes that cannot be let in, before their credentials cost anything. It is mapped
 * before authentication; {@link VisitorFilter} looks again behind it.
 */
public class AdmissionFilter extends HttpFilter {

  private static final long serialVersionUID = 1L;

  @Inject transient Admission admission;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    Optional<Refusal> refusal = admission.refusalOf(request.getRemoteAddr());
    if (refusal.isPresent()) {
      RefusedHandshake.answer(response, refusal.get());
    } else {
      chain.doFilter(request, response);
    }
  }
}
