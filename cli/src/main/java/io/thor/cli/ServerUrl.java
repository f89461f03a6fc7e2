package io.thor.cli;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;

/** Reads the address of a server as an operator types it. */
final class ServerUrl {

  private static final Set<String> SCHEMES = Set.of("http", "https");
  private static final String REMEDY = "; give one like " + Thorctl.DEFAULT_URL + ".";

  private ServerUrl() {}

  /** A name as one segment of a path. */
  static String segment(String name) {
    return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /**
   * The base of all paths, without a slash at its end.
   *
   * @throws IllegalArgumentException when it is no http or https address, or holds credentials; the
   *     message never repeats those
   */
  static URI parse(String text) {
    if (text.contains("@")) {
      throw new IllegalArgumentException(
          "The URL must not hold a user or password; give --user and THOR_PASSWORD instead.");
    }
    URI uri;
    try {
      uri = URI.create(text.replaceAll("/+$", ""));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("URL '" + text + "' is not an address" + REMEDY, e);
    }
    String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
    if (!SCHEMES.contains(scheme) || uri.getHost() == null) {
      throw new IllegalArgumentException("URL '" + text + "' is not http or https" + REMEDY);
    }
    if (uri.getRawQuery() != null || uri.getRawFragment() != null) {
      throw new IllegalArgumentException("URL '" + text + "' has a query or fragment" + REMEDY);
    }
    return uri;
  }
}
