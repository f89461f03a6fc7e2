package io.thor.socket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonValue;
import jakarta.websocket.CloseReason;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class InboundMessagesTest {

  private static final String SUBSCRIBE =
      "{\"type\":\"subscribe\",\"data\":{\"topics\":[{\"topic\":\"vwap:*\"}]}}";

  private final List<CloseReason> closed = new ArrayList<>();
  private final SharedLog log = new SharedLog(16, 1 << 20);
  private final SendWorker worker = new SendWorker(Runnable::run, log, Sessions.COUNTERS);
  private final RecordingWriter writer = new RecordingWriter(true);
  private final SocketSession session =
      Sessions.of(writer, worker, log, reason -> closed.add((CloseReason) reason));
  private final InboundMessages messages = new InboundMessages();

  /** As when the database goes away between the standstill of a session and its picture. */
  private static final class HalfDone extends Subscriptions {
    @Override
    void subscribe(SocketSession of, Optional<JsonValue> id, List<TopicRequest> requests) {
      of.hold(box -> box.subscribe(Subscription.EVERYTHING));
      throw new IllegalStateException("the database is gone");
    }
  }

  private String lastSaid() {
    return writer.written.get(writer.written.size() - 1).text();
  }

  @Test
  void closesOnAMessageThatIsLongerInBytesThanTheLimit() {
    messages.accept(session, "é".repeat(SocketEndpoint.INBOUND_LIMIT_BYTES / 2));
    assertEquals(List.of(), closed);

    messages.accept(session, "é".repeat(SocketEndpoint.INBOUND_LIMIT_BYTES / 2) + "x");
    assertEquals(CloseReason.CloseCodes.TOO_BIG, closed.get(0).getCloseCode());
  }

  @Test
  void closesASessionWhoseRequestFailedHalfDone() {
    messages.subscriptions = new HalfDone();
    session.join(List.of());
    session.become(false);
    messages.accept(session, SUBSCRIBE);

    assertEquals(1, closed.size());
    assertEquals(1011, closed.get(0).getCloseCode().getCode());
  }

  @Test
  void answersARequestThatIsNoneAndGoesOn() {
    session.join(List.of());
    messages.accept(session, SUBSCRIBE);
    assertTrue(lastSaid().contains("say 'hello' first"), lastSaid());
    messages.accept(session, "{\"type\":\"ping\",\"timestamp\":" + "1".repeat(2000) + "}");
    assertTrue(lastSaid().contains("not valid JSON"), lastSaid());
    messages.accept(session, "{\"type\":\"ping\",\"timestamp\":7}");
    assertEquals("{\"type\":\"pong\",\"timestamp\":7}", lastSaid());
    assertEquals(List.of(), closed);
  }

  @Test
  void keepsTheLatestRevisionThatAFullClientHasApplied() {
    session.join(List.of());
    messages.accept(session, applied("12"));
    assertTrue(lastSaid().contains("say 'hello' first"), lastSaid());

    session.become(false);
    messages.accept(session, applied("12"));
    messages.accept(session, applied("11"));
    assertEquals(Optional.of(12L), session.acknowledged().revision());
  }

  @Test
  void refusesARevisionThatIsNone() {
    session.join(List.of());
    session.become(false);
    for (String none : List.of("-1", "1.5", "\"12\"", "null", "9223372036854775808")) {
      messages.accept(session, applied(none));
      assertTrue(lastSaid().contains("'revision' must be"), () -> none + ": " + lastSaid());
    }
    assertEquals(Optional.empty(), session.acknowledged().revision());
  }

  private static String applied(String revision) {
    return "{\"type\":\"applied\",\"data\":{\"revision\":" + revision + "}}";
  }

  @Test
  void closesAFloodThatComesBeforeTheSessionHasJoined() {
    for (int frame = 0; frame < 200; frame++) {
      messages.accept(session, "{");
    }
    assertEquals(List.of(4103), closed.stream().map(r -> r.getCloseCode().getCode()).toList());
  }
}
