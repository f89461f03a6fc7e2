package io.thor.rest.cutover;

import io.thor.cutover.Actor;
import io.thor.cutover.Cutover;
import io.thor.cutover.CutoverOrders;
import io.thor.cutover.CutoverView;
import io.thor.cutover.CutoverViews;
import io.thor.cutover.FeatureState;
import io.thor.cutover.Order;
import io.thor.cutover.Outcome;
import io.thor.cutover.SteeredSessions;
import io.thor.identity.Role;
import io.thor.rest.Access;
import io.thor.rest.Caller;
import io.thor.rest.Parameters;
import io.thor.rest.Problem;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Clock;
import java.util.Optional;

/** The stages in force, what they must prove, who changed them, and the verbs that change them. */
@Path("/cutover")
@Produces(MediaType.APPLICATION_JSON)
public class CutoverResource {

  private static final String IF_MATCH = "If-Match";
  private static final int MOST_ENTRIES = 1000;

  @Inject Cutover cutover;
  @Inject CutoverViews views;
  @Inject CutoverOrders orders;
  @Inject SteeredSessions sessions;
  @Inject Clock clock;

  @GET
  @Access
  public Response get(@Context SecurityContext caller) {
    CutoverView view = views.of(cutover.current(), Caller.of(caller));
    return fresh(CutoverAnswer.of(view, sessions.totals(view.revision())));
  }

  @GET
  @Path("/audit")
  @Access({Role.VIEWER, Role.OPERATOR})
  public Response audit(
      @QueryParam("after") @DefaultValue("0") String after,
      @QueryParam("limit") @DefaultValue("500") String limit) {
    return fresh(
        orders.audit(
            Parameters.longNumber("after", after),
            Parameters.wholeNumber("limit", limit, 1, MOST_ENTRIES)));
  }

  @GET
  @Path("/{feature}")
  @Access({Role.VIEWER, Role.OPERATOR})
  public Response feature(@PathParam("feature") String feature) {
    FeatureState state = orders.state(known(feature));
    return fresh(FeatureAnswer.of(state, clock.instant(), orders.isStored(feature)));
  }

  @GET
  @Path("/{feature}/gates")
  @Access({Role.VIEWER, Role.OPERATOR})
  public Response gates(@PathParam("feature") String feature) {
    return fresh(GatesAnswer.of(feature, orders.gates(known(feature))));
  }

  @POST
  @Path("/kill")
  @Consumes(MediaType.APPLICATION_JSON)
  @Access(Role.OPERATOR)
  public Response kill(
      @Context SecurityContext caller, @HeaderParam(OrderBody.CLIENT) String client, String body) {
    OrderBody order = OrderBody.read(body);
    Actor actor = OrderBody.actor(Caller.of(caller), client);
    return OrderAnswers.of(orders.kill(actor, order.reason()), clock.instant());
  }

  @POST
  @Path("/{feature}/{verb}")
  @Consumes(MediaType.APPLICATION_JSON)
  @Access(Role.OPERATOR)
  public Response order(
      @Context SecurityContext caller,
      @PathParam("feature") String feature,
      @PathParam("verb") String verb,
      @HeaderParam(IF_MATCH) String ifMatch,
      @HeaderParam(OrderBody.CLIENT) String client,
      String body) {
    OrderBody order = OrderBody.read(body);
    Order given = order.toOrder(verb, Caller.of(caller), client, Optional.ofNullable(ifMatch));
    Outcome outcome = orders.give(known(feature), given);
    return OrderAnswers.of(outcome, clock.instant(), orders.isStored(feature));
  }

  private String known(String feature) {
    if (!isKnown(cutover, feature)) {
      throw Problem.notFound("feature", feature);
    }
    return feature;
  }

  static boolean isKnown(Cutover cutover, String feature) {
    return cutover.current().features().stream().anyMatch(stage -> stage.feature().equals(feature));
  }

  private static Response fresh(Record answer) {
    return Response.ok(answer).header(HttpHeaders.CACHE_CONTROL, "no-store").build();
  }
}
