package io.thor.rest.cutover;

import io.thor.identity.Role;
import io.thor.message.MessageTypes;
import io.thor.parity.EvidenceReader;
import io.thor.rest.Access;
import io.thor.rest.Parameters;
import io.thor.rest.Problem;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;

/** What comparing both paths of a feature has found at its present step. */
@Path("/cutover/{feature}/evidence")
@Produces(MediaType.APPLICATION_JSON)
public class EvidenceResource {

  private static final int MOST_MINUTES = 1440;

  @Inject EvidenceReader evidence;

  /**
   * Sums, the last minutes and samples.
   *
   * @param minutes how many minutes the series goes back
   */
  @GET
  @Access({Role.VIEWER, Role.OPERATOR})
  public Response get(
      @PathParam("feature") String feature,
      @QueryParam("minutes") @DefaultValue("60") String minutes) {
    if (!MessageTypes.features().contains(feature)) {
      throw Problem.notFound("feature", feature);
    }
    int back = Parameters.wholeNumber("minutes", minutes, 1, MOST_MINUTES);
    return Response.ok(evidence.of(feature, Duration.ofMinutes(back)))
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }
}
