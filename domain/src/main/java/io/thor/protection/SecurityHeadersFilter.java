package io.thor.protection;

import io.thor.config.Settings;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;

/**
 * Tells browsers, with every answer, what pages of this server may do. Answers to WebSocket
 * handshakes say nothing of it: a browser shows none of them, lets no script send one as a request,
 * and the server keeps their headers in memory, 2 KB of them, as long as the connection lasts. It
 * injects nothing, for it also stands in archives without beans.
 */
public class SecurityHeadersFilter extends HttpFilter {

  private static final long serialVersionUID = 1L;

  private static final String ENDPOINT = "/ws/";

  private static final Map<String, String> HEADERS =
      Map.of(
          "Content-Security-Policy",
          "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self';"
              + " manifest-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none';"
              + " frame-ancestors 'none'",
          "X-Content-Type-Options",
          "nosniff",
          "X-Frame-Options",
          "DENY",
          "Referrer-Policy",
          "no-referrer",
          "Cross-Origin-Opener-Policy",
          "same-origin",
          "Cross-Origin-Resource-Policy",
          "same-origin");

  private transient TrustedProxies proxies;

  @Override
  public void init() {
    proxies = new TrustedProxies(new Settings());
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    response.setHeader("Server", "Thor");
    if (!isHandshake(request)) {
      describePages(request, response);
    }
    chain.doFilter(request, response);
  }

  /** No page has that address, so none is ever sent, or kept by a cache, without its headers. */
  private static boolean isHandshake(HttpServletRequest request) {
    return "websocket".equalsIgnoreCase(request.getHeader("Upgrade"))
        && request.getRequestURI().endsWith(ENDPOINT);
  }

  private void describePages(HttpServletRequest request, HttpServletResponse response) {
    HEADERS.forEach(response::setHeader);
    if (proxies.isSecure(request)) {
      response.setHeader("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
    }
  }
}
