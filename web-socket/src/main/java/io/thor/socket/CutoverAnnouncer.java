package io.thor.socket;

import io.thor.channel.Frame;
import io.thor.cutover.CutoverStatus;
import io.thor.cutover.CutoverViews;
import io.thor.cutover.DrillStatus;
import io.thor.identity.Viewer;
import io.thor.json.JsonText;
import io.thor.json.RecordJson;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Tells every open session when the cutover changes, each what holds for its own user.
 *
 * <p>Threads: those that fire the change; it only enqueues.
 */
@ApplicationScoped
public class CutoverAnnouncer {

  static final String TYPE = "cutover_status";

  @Inject SessionRegistry sessions;
  @Inject CutoverViews views;

  /** Who may see the same accounts is told the same, so it is written once for all of them. */
  void onChange(@Observes CutoverStatus status) {
    Map<Set<String>, Frame> frames = new HashMap<>();
    for (SocketSession session : sessions.all()) {
      Viewer viewer = session.viewer();
      session.answer(frames.computeIfAbsent(viewer.accountIds(), same -> frame(status, viewer)));
    }
  }

  void onDrill(@Observes DrillStatus drill) {
    sessions.all().stream()
        .filter(session -> session.id().equals(drill.connection()))
        .forEach(session -> session.answer(frame(drill.status(), session.viewer())));
  }

  private Frame frame(CutoverStatus status, Viewer viewer) {
    JsonText json = new JsonText().beginObject().name("type").text(TYPE).name("data");
    RecordJson.write(json, views.of(status, viewer));
    return Frame.answer(TYPE, json.endObject().toString());
  }
}
