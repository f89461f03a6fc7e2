package io.thor.protection;

import io.thor.config.Settings;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Believes forwarded headers of the proxies of {@code thor.security.trusted-proxies} alone.
 *
 * <p>Threads: immutable.
 */
public final class TrustedProxies {

  /** Key: addresses, with commas. */
  public static final String KEY = "thor.security.trusted-proxies";

  private final Set<String> addresses;

  public TrustedProxies(Settings settings) {
    addresses =
        Stream.of(settings.text(KEY, "").split(","))
            .map(String::trim)
            .filter(address -> !address.isEmpty())
            .collect(Collectors.toUnmodifiableSet());
  }

  /** The client's address: the last in {@code X-Forwarded-For} that is not a trusted proxy's. */
  public String clientAddress(HttpServletRequest request) {
    String forwarded = request.getHeader("X-Forwarded-For");
    String address = request.getRemoteAddr();
    if (forwarded == null) {
      return address;
    }
    List<String> hops = List.of(forwarded.split(","));
    for (int i = hops.size() - 1; i >= 0 && addresses.contains(address); i--) {
      address = hops.get(i).trim();
    }
    return address.length() <= 64 ? address : request.getRemoteAddr();
  }

  /** Whether the client speaks TLS, with this server or with a trusted proxy. */
  public boolean isSecure(HttpServletRequest request) {
    return request.isSecure()
        || trusts(request) && "https".equalsIgnoreCase(request.getHeader("X-Forwarded-Proto"));
  }

  /** Scheme, host and port as the client's browser names them. */
  public String origin(HttpServletRequest request) {
    String forwarded = trusts(request) ? request.getHeader("X-Forwarded-Host") : null;
    String host = forwarded == null ? request.getHeader("Host") : forwarded;
    return (isSecure(request) ? "https://" : "http://") + host;
  }

  private boolean trusts(HttpServletRequest request) {
    return addresses.contains(request.getRemoteAddr());
  }
}
