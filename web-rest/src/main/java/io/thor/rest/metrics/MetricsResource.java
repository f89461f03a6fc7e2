package io.thor.rest.metrics;

import io.thor.identity.Role;
import io.thor.metrics.Metrics;
import io.thor.rest.Access;
import io.thor.rest.Problem;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.stream.Stream;

/**
 * All figures in the Prometheus text format, for viewers, operators and a scraper on this machine.
 */
@Path("/metrics")
public class MetricsResource {

  @Inject Metrics metrics;

  @GET
  @Produces(Metrics.MEDIA_TYPE)
  @Access(open = true)
  public String get(@Context HttpServletRequest request) {
    boolean watches =
        Stream.of(Role.VIEWER, Role.OPERATOR).anyMatch(role -> request.isUserInRole(role.label()));
    if (!watches && !isFromThisMachine(request)) {
      throw Problem.forbidden("metrics are for viewers, operators, and this machine itself");
    }
    return metrics.text();
  }

  /** What a proxy on this machine forwards is not from this machine. */
  private static boolean isFromThisMachine(HttpServletRequest request) {
    if (request.getHeader("X-Forwarded-For") != null || request.getHeader("Forwarded") != null) {
      return false;
    }
    try {
      return InetAddress.getByName(request.getRemoteAddr()).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }
}
