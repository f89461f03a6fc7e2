package io.thor.socket;

import io.thor.cutover.DrillClient;
import io.thor.cutover.RenderPath;
import io.thor.jsonp.Jsonp;
import jakarta.json.JsonObject;
import jakarta.websocket.CloseReason;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * The far end of a drill's session, in place of a network and a browser: it says hello, reads every
 * message, and acknowledges a changed cutover as Thor's own client does.
 *
 * <p>Threads: messages come on the worker's, one batch at a time; the rest from any.
 */
final class DrillEnd implements Line, SessionWriter, DrillClient {

  private static final String HELLO =
      "{\"type\":\"hello\",\"data\":{\"protocol\":1,\"client\":\"drill\"}}";

  private record Wait(
      long revision, String feature, RenderPath path, CompletableFuture<Void> followed) {}

  private final String id;
  private final List<Wait> waits = new CopyOnWriteArrayList<>();
  private volatile Consumer<String> inbound = text -> {};
  private volatile Runnable leave = () -> {};

  DrillEnd(String id) {
    this.id = id;
  }

  /** Opens the session, with the means to speak and to leave. */
  void begin(SocketSession session, InboundMessages messages, Runnable remove) {
    inbound = text -> messages.accept(session, text);
    leave = remove;
    session.join(List.of());
    inbound.accept(HELLO);
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public String connection() {
    return id;
  }

  @Override
  public CompletableFuture<Void> follows(long revision, String feature, RenderPath path) {
    CompletableFuture<Void> followed = new CompletableFuture<>();
    waits.add(new Wait(revision, feature, path, followed));
    return followed;
  }

  @Override
  public void write(Batch batch, Runnable progressed, Consumer<Optional<Throwable>> done) {
    done.accept(Optional.empty());
    batch.texts().forEach(this::read);
  }

  private void read(String text) {
    JsonObject message = Jsonp.readObject(text);
    if (message.getString("type").equals(CutoverAnnouncer.TYPE)) {
      follow(message.getJsonObject("data"));
    }
  }

  private void follow(JsonObject status) {
    long revision = status.getJsonNumber("revision").longValueExact();
    inbound.accept("{\"type\":\"applied\",\"data\":{\"revision\":" + revision + "}}");
    JsonObject features = status.getJsonObject("features");
    for (Wait wait : waits) {
      String drawn = features.getJsonObject(wait.feature()).getString("renders");
      if (wait.revision() == revision && drawn.equals(wait.path().toString())) {
        wait.followed().complete(null);
      }
    }
  }

  @Override
  public void ping() {
    // Nothing is between both ends.
  }

  @Override
  public void abort() {
    leave.run();
  }

  @Override
  public void close(CloseReason reason) {
    leave.run();
  }

  @Override
  public void close() {
    leave.run();
  }
}
