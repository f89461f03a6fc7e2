package io.thor.socket;

import io.thor.config.Settings;
import io.thor.protection.AllowedOrigins;
import io.thor.protection.ProblemAnswers;
import io.thor.protection.TrustedProxies;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/**
 * Refuses handshakes that cannot be let in, before their credentials cost anything: those of
 * foreign pages, for a browser sends the cookie with them, and those that are too many or come too
 * fast. It is mapped before authentication; {@link VisitorFilter} looks again behind it.
 */
public class AdmissionFilter extends HttpFilter {

  private static final long serialVersionUID = 1L;

  @Inject transient Admission admission;
  @Inject transient HandshakeRate rate;
  @Inject transient ProblemAnswers problems;
  @Inject transient Settings settings;

  private transient AllowedOrigins origins;
  private transient TrustedProxies proxies;

  @Override
  public void init() {
    origins = new AllowedOrigins(settings);
    proxies = new TrustedProxies(settings);
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    Optional<Refusal> refusal = refusalOf(request);
    if (refusal.isPresent()) {
      refusal.get().answer(response, problems);
    } else {
      chain.doFilter(request, response);
    }
  }

  private Optional<Refusal> refusalOf(HttpServletRequest request) {
    String origin = request.getHeader("Origin");
    if (origin != null && !origins.allow(request, origin)) {
      return Optional.of(Refusal.foreignOrigin());
    }
    String address = proxies.clientAddress(request);
    return rate.refusalOf(address).or(() -> admission.refusalOf(address));
  }
}
