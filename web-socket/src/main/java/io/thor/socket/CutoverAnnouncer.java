package io.thor.socket;

import io.thor.channel.Frame;
import io.thor.cutover.CutoverStatus;
import io.thor.cutover.CutoverViews;
import io.thor.cutover.DrillStatus;
import io.thor.json.JsonText;
import io.thor.json.RecordJson;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

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

  void onChange(@Observes CutoverStatus status) {
    sessions.all().forEach(session -> tell(session, status));
  }

  void onDrill(@Observes DrillStatus drill) {
    sessions.all().stream()
        .filter(session -> session.id().equals(drill.connection()))
        .forEach(session -> tell(session, drill.status()));
  }

  private void tell(SocketSession session, CutoverStatus status) {
    session.answer(frame(status, session));
  }

  private Frame frame(CutoverStatus status, SocketSession session) {
    JsonText json = new JsonText().beginObject().name("type").text(TYPE).name("data");
    RecordJson.write(json, views.of(status, session.viewer()));
    return Frame.answer(TYPE, json.endObject().toString());
  }
}
