package io.thor.rest.cutover;

import io.thor.cutover.Cutover;
import io.thor.cutover.CutoverStatus;
import io.thor.cutover.FeatureStage;
import io.thor.cutover.PollIntervals;
import io.thor.cutover.RenderPath;
import io.thor.cutover.Stage;
import io.thor.rest.Access;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.Map;

/** The stages in force. */
@Path("/cutover")
@Produces(MediaType.APPLICATION_JSON)
public class CutoverResource {

  /** The answer. */
  public record Status(
      long revision, Map<String, Feature> features, Map<String, Integer> pollSeconds) {}

  /** One feature's stage, which path is drawn, and why. */
  public record Feature(Stage stage, RenderPath renders, String why) {}

  @Inject Cutover cutover;
  @Inject PollIntervals polls;

  @GET
  @Access
  public Response get() {
    CutoverStatus status = cutover.current();
    Map<String, Feature> features = new LinkedHashMap<>();
    Map<String, Integer> seconds = new LinkedHashMap<>();
    for (FeatureStage feature : status.features()) {
      Stage stage = feature.stage();
      features.put(feature.feature(), new Feature(stage, stage.renders(), feature.why()));
      seconds.put(feature.feature(), polls.secondsFor(feature));
    }
    return Response.ok(new Status(status.revision(), features, seconds))
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }
}
