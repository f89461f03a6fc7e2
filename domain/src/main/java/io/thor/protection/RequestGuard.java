package io.thor.protection;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.thor.config.Settings;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;

/**
 * Refuses changes that a foreign page sent, and bodies that are too long, too deep or no JSON,
 * before anybody is authenticated. Browsers name the page in {@code Origin}; what names none must
 * not rely on the cookie, which a browser adds by itself.
 */
public class RequestGuard extends HttpFilter {

  private static final long serialVersionUID = 1L;
  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS", "TRACE");
  private static final Set<String> OWN_SITES = Set.of("same-origin", "none");

  @Inject transient Settings settings;
  @Inject transient ProblemAnswers problems;
  @Inject transient BodyReader bodies;

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
    if (READING.contains(request.getMethod())) {
      chain.doFilter(request, response);
    } else if (isForeign(request)) {
      String detail =
          "the change does not come from a page of this server; send it from one, name its origin in"
              + " thor.security.allowed-origins, or use Authorization: Bearer without Origin";
      problems.write(response, HttpServletResponse.SC_FORBIDDEN, "Forbidden", detail);
    } else {
      readThenPass(request, response, chain);
    }
  }

  private boolean isForeign(HttpServletRequest request) {
    String origin = request.getHeader("Origin");
    if (origin != null) {
      return !origins.allow(request, origin);
    }
    String site = request.getHeader("Sec-Fetch-Site");
    if (site != null) {
      return !OWN_SITES.contains(site);
    }
    return request.getHeader("Authorization") == null && request.getHeader("Cookie") != null;
  }

  private void readThenPass(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    try {
      passIfJson(bodyOf(request), request, response, chain);
    } catch (BodyRefusedException e) {
      response.setHeader("Connection", "close");
      problems.write(response, e.status(), e.title(), e.getMessage());
    }
  }

  private byte[] bodyOf(HttpServletRequest request) throws IOException, BodyRefusedException {
    return bodies.read(
        request.getInputStream(), request.getContentLengthLong(), proxies.clientAddress(request));
  }

  private void passIfJson(
      byte[] body, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (body.length > 0 && !isJson(request)) {
      String detail = "Content-Type is not application/json; send JSON";
      problems.write(response, 415, "Unsupported Media Type", detail);
    } else if (JsonDepth.of(new String(body, ISO_8859_1)) > JsonDepth.DEEPEST) {
      String detail = "the JSON is nested deeper than " + JsonDepth.DEEPEST + "; send it flatter";
      problems.write(response, HttpServletResponse.SC_BAD_REQUEST, "Bad Request", detail);
    } else {
      chain.doFilter(new BufferedRequest(request, body), response);
    }
  }

  private static boolean isJson(HttpServletRequest request) {
    String type = request.getContentType();
    return type != null && type.split(";")[0].trim().equalsIgnoreCase("application/json");
  }
}
