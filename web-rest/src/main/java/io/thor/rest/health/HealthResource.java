package io.thor.rest.health;

import io.thor.feed.Feeds;
import io.thor.message.HeartbeatUpdate;
import io.thor.rest.Access;
import io.thor.storage.Readiness;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;

/** Whether the server lives, and whether it can serve. */
@Path("/health")
@Produces(MediaType.APPLICATION_JSON)
public class HealthResource {

  /**
   * The answer; {@code UP} or {@code DOWN}.
   *
   * @param feeds those of this node; one that is down does not keep it from serving
   */
  public record Health(String status, Optional<String> detail, List<HeartbeatUpdate.Feed> feeds) {}

  @Inject Feeds feeds;

  @Inject Readiness readiness;

  @GET
  @Path("/live")
  @Access(open = true)
  public Health live() {
    return new Health("UP", Optional.empty(), List.of());
  }

  /** 503 while it cannot serve, with what stands in the way. */
  @GET
  @Path("/ready")
  @Access(open = true)
  public Response ready() {
    Optional<String> obstacle = readiness.obstacle();
    return obstacle.isEmpty()
        ? Response.ok(new Health("UP", obstacle, feeds.figures())).build()
        : Response.status(Response.Status.SERVICE_UNAVAILABLE)
            .entity(new Health("DOWN", obstacle, feeds.figures()))
            .build();
  }
}
