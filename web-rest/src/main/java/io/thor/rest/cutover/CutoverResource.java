package io.thor.rest.cutover;

import io.thor.config.Settings;
import io.thor.cutover.Cutover;
import io.thor.cutover.CutoverStatus;
import io.thor.cutover.FeatureStage;
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

  private static final int LIVE_POLL_SECONDS = 60;
  private static final int DEFAULT_POLL_SECONDS = 10;
  private static final Map<String, Integer> POLL_SECONDS =
      Map.of("intraday", 5, "global_market", 30);

  /** The answer. */
  public record Status(
      long revision, Map<String, Feature> features, Map<String, Integer> pollSeconds) {}

  /** One feature's stage, which path is drawn, and why. */
  public record Feature(Stage stage, RenderPath renders, String why) {}

  @Inject Cutover cutover;
  @Inject Settings settings;

  @GET
  @Access
  public Response get() {
    CutoverStatus status = cutover.current();
    Map<String, Feature> features = new LinkedHashMap<>();
    Map<String, Integer> polls = new LinkedHashMap<>();
    for (FeatureStage feature : status.features()) {
      Stage stage = feature.stage();
      features.put(feature.feature(), new Feature(stage, stage.renders(), feature.why()));
      polls.put(feature.feature(), pollSeconds(feature));
    }
    return Response.ok(new Status(status.revision(), features, polls))
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }

  private int pollSeconds(FeatureStage feature) {
    if (feature.enabled()) {
      return LIVE_POLL_SECONDS;
    }
    String name = feature.feature();
    int fallback = POLL_SECONDS.getOrDefault(name, DEFAULT_POLL_SECONDS);
    return settings.wholeNumber("thor.poll." + name + "-seconds", fallback, 1, 3600);
  }
}
