package io.thor.protection;

import io.thor.config.Settings;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which pages may send changes: those of this server, and those of {@code
 * thor.security.allowed-origins}.
 *
 * <p>Threads: immutable.
 */
public final class AllowedOrigins {

  /** Key: origins such as {@code https://desk.example.com}, with commas. */
  public static final String KEY = "thor.security.allowed-origins";

  private final TrustedProxies proxies;
  private final Set<String> origins;

  public AllowedOrigins(Settings settings) {
    proxies = new TrustedProxies(settings);
    origins =
        Stream.of(settings.text(KEY, "").split(","))
            .map(origin -> origin.trim().toLowerCase(Locale.ROOT))
            .filter(origin -> !origin.isEmpty())
            .collect(Collectors.toUnmodifiableSet());
  }

  /** Whether a request with this {@code Origin} comes from a page that may change something. */
  public boolean allow(HttpServletRequest request, String origin) {
    String given = origin.toLowerCase(Locale.ROOT);
    return given.equals(proxies.origin(request).toLowerCase(Locale.ROOT))
        || origins.contains(given);
  }
}
