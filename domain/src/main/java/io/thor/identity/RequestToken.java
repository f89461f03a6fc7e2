package io.thor.identity;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.stream.Stream;

/** Where a request carries its token: {@code Authorization: Bearer}, else the session cookie. */
public final class RequestToken {

  /** The name of the session cookie. */
  public static final String COOKIE = "thor_session";

  private static final String SCHEME = "Bearer ";

  private RequestToken() {}

  /** The token, if the request has one. */
  public static Optional<String> of(HttpServletRequest request) {
    String header = request.getHeader("Authorization");
    if (header != null && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      return Optional.of(header.substring(SCHEME.length()).trim());
    }
    return Stream.ofNullable(request.getCookies())
        .flatMap(Stream::of)
        .filter(cookie -> cookie.getName().equals(COOKIE))
        .map(Cookie::getValue)
        .map(RequestToken::unquoted)
        .filter(value -> !value.isEmpty())
        .findFirst();
  }

  /** A value may stand in quotes (RFC 6265, section 4.1.1), which not every server takes off. */
  private static String unquoted(String value) {
    boolean quoted = value.length() > 1 && value.startsWith("\"") && value.endsWith("\"");
    return quoted ? value.substring(1, value.length() - 1) : value;
  }
}
