package io.thor.rest.cutover;

import io.thor.cutover.Actor;
import io.thor.cutover.Cutover;
import io.thor.cutover.CutoverDrills;
import io.thor.identity.Role;
import io.thor.rest.Access;
import io.thor.rest.Caller;
import io.thor.rest.Problem;
import jakarta.inject.Inject;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;

/** Rehearses a rollback on the node that is asked; no stage changes. */
@Path("/cutover/{feature}/drill")
@Produces(MediaType.APPLICATION_JSON)
public class CutoverDrillsResource {

  @Inject Cutover cutover;
  @Inject CutoverDrills drills;

  /** Answers 200 for a drill that failed, too: {@code passed} says which. */
  @POST
  @Access(Role.OPERATOR)
  public Response run(
      @Context SecurityContext caller,
      @PathParam("feature") String feature,
      @HeaderParam(OrderBody.CLIENT) String client) {
    if (!CutoverResource.isKnown(cutover, feature)) {
      throw Problem.notFound("feature", feature);
    }
    Actor actor = OrderBody.actor(Caller.of(caller), client);
    try {
      return Response.ok(drills.run(feature, actor))
          .header(HttpHeaders.CACHE_CONTROL, "no-store")
          .build();
    } catch (IllegalStateException e) {
      throw Problem.conflict(e.getMessage());
    }
  }
}
