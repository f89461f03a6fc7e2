package io.thor.socket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.thor.channel.Frame;
import io.thor.cutover.RenderPath;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** A drill's session between the real mailbox and the real reader of what clients send. */
class DrillEndTest {

  private final SharedLog log = new SharedLog(16, 1 << 20);
  private final SendWorker worker = new SendWorker(Runnable::run, log, Sessions.COUNTERS);
  private final DrillEnd end = new DrillEnd("drill-1");
  private final SocketSession session = Sessions.of(end, worker, log, reason -> {});
  private boolean left;

  DrillEndTest() {
    InboundMessages inbound = new InboundMessages();
    inbound.greeting = new SilentGreeting();
    end.begin(session, inbound, () -> left = true);
  }

  /** Makes the session a full one and says nothing. */
  private static final class SilentGreeting extends Greeting {
    @Override
    void hello(SocketSession of, Optional<JsonValue> id, JsonObject data) {
      of.become(false);
    }
  }

  private void tell(long revision, String renders) {
    session.answer(
        Frame.answer(
            "cutover_status",
            "{\"type\":\"cutover_status\",\"data\":{\"revision\":%d,\"features\":{\"positions\":{\"renders\":\"%s\"}}}}"
                .formatted(revision, renders)));
  }

  @Test
  void followsWhatItIsToldAndAcknowledges() {
    CompletableFuture<Void> followed = end.follows(13, "positions", RenderPath.WEBSOCKET);
    assertFalse(followed.isDone());
    tell(13, "WebSocket");

    assertTrue(followed.isDone());
    assertEquals(Optional.of(13L), session.acknowledged().revision());
  }

  @Test
  void takesNoOtherPathForTheOneThatIsAwaited() {
    CompletableFuture<Void> followed = end.follows(13, "positions", RenderPath.WEBSOCKET);
    tell(13, "REST");

    assertFalse(followed.isDone());
    assertEquals(Optional.of(13L), session.acknowledged().revision());
  }

  @Test
  void leavesWhenItIsClosed() {
    end.close();

    assertTrue(left);
  }
}
