package io.thor.socket;

import io.thor.config.Settings;
import io.thor.cutover.Cutover;
import io.thor.cutover.CutoverView;
import io.thor.cutover.CutoverViews;
import io.thor.jsonp.Jsonp;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** Turns a plain client into a full one: answers {@code hello}. */
@ApplicationScoped
public class Greeting {

  /** The version of the protocol that this server speaks. */
  static final int PROTOCOL = 1;

  @Inject Cutover cutover;
  @Inject CutoverViews views;
  @Inject Settings settings;
  @Inject Clock clock;

  /** Stops the plain stream; from now on subscriptions decide. */
  void hello(SocketSession session, Optional<JsonValue> id, JsonObject data) {
    if (data.getInt("protocol", PROTOCOL) != PROTOCOL) {
      String message = "'protocol' is " + data.get("protocol") + "; this server speaks 1";
      session.answer(Answers.error(id, "unsupported_protocol", message));
      return;
    }
    boolean batch = data.getBoolean("batch", false);
    session.become(batch);
    session.answer(Answers.of("welcome", id, welcome(session)));
  }

  private JsonObject welcome(SocketSession session) {
    int tickMs = settings.wholeNumber("thor.heartbeat.tick-ms", 1000, 100, 60_000);
    int ticks = settings.wholeNumber("thor.heartbeat.broadcast-every-ticks", 30, 1, 3600);
    long heartbeatMs = (long) tickMs * ticks;
    Duration left = Duration.between(clock.instant(), session.viewer().expires());
    return Jsonp.object()
        .add("connection", session.id())
        .add("protocol", PROTOCOL)
        .add("heartbeat_seconds", heartbeatMs / 1000)
        .add("stale_after_seconds", heartbeatMs * 5 / 2 / 1000)
        .add("expires_in", left.toSeconds())
        .add("cutover", cutover(views.of(cutover.current(), session.viewer())))
        .build();
  }

  private static JsonObjectBuilder cutover(CutoverView view) {
    JsonObjectBuilder features = Jsonp.object();
    view.features().forEach((name, feature) -> features.add(name, feature(feature)));
    return Jsonp.object().add("revision", view.revision()).add("features", features);
  }

  private static JsonObjectBuilder feature(CutoverView.Feature feature) {
    JsonObjectBuilder json =
        Jsonp.object()
            .add("stage", feature.stage().name())
            .add("renders", feature.renders().toString());
    feature.percent().ifPresent(percent -> json.add("percent", percent));
    feature.overlay().ifPresent(overlay -> json.add("overlay", overlay));
    return json.add("why", feature.why());
  }
}
