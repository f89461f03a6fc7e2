package io.thor.socket;

import io.thor.channel.Frame;
import io.thor.jsonp.Jsonp;
import io.thor.message.ErrorMessage;
import io.thor.parity.BrowserReports;
import io.thor.parity.InvalidReportException;
import io.thor.parity.TooManyReportsException;
import io.thor.protection.JsonDepth;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.websocket.CloseReason;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * Answers what a client sends. What is no JSON object with a {@code type} is answered with an error
 * and the connection stays open; a type that is not known is ignored.
 *
 * <p>Threads: the container's, one message of a session at a time.
 */
@ApplicationScoped
public class InboundMessages {

  private static final System.Logger LOG = System.getLogger(InboundMessages.class.getName());

  /** Topics that one request may name. */
  private static final int MOST_TOPICS = 500;

  private static final int MOST_BYTES_OF_A_CHAR = 3;

  @Inject Greeting greeting;
  @Inject Subscriptions subscriptions;
  @Inject CredentialGuard credentials;
  @Inject BrowserReports reports;

  /** Takes what a session sends; what fails unexpectedly ends it, for it may stand half changed. */
  void accept(SocketSession session, String text) {
    if (!session.mayAsk()) {
      session.close(CloseCode.FLOOD, "more frames than allowed");
      return;
    }
    if (isTooLong(text)) {
      session.close(CloseReason.CloseCodes.TOO_BIG, "a message over 16 KiB");
      return;
    }
    session.whenJoined(() -> answerOrClose(session, text));
  }

  /** Not every container keeps to the byte to the limit that it is told. */
  private static boolean isTooLong(String text) {
    int limit = SocketEndpoint.INBOUND_LIMIT_BYTES;
    return text.length() > limit / MOST_BYTES_OF_A_CHAR
        && text.getBytes(StandardCharsets.UTF_8).length > limit;
  }

  private void answerOrClose(SocketSession session, String text) {
    try {
      answer(session, text);
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "a request of session " + session.id() + " failed", e);
      session.close(CloseReason.CloseCodes.UNEXPECTED_CONDITION, "the request failed; reconnect");
    }
  }

  private void answer(SocketSession session, String text) {
    if (JsonDepth.of(text) > JsonDepth.DEEPEST) {
      session.answer(invalid("the message is nested deeper than " + JsonDepth.DEEPEST));
      return;
    }
    Optional<JsonValue> read = read(text);
    if (read.isEmpty()) {
      session.answer(invalid("the message is not valid JSON; send one JSON object per frame"));
    } else if (read.get() instanceof JsonObject message
        && message.get("type") instanceof JsonString type) {
      InboundType.of(type.getString()).ifPresent(known -> answer(session, known, message));
    } else {
      session.answer(invalid("a message is an object with a text member 'type'"));
    }
  }

  /** A number so long that no parser takes it is an error like any other. */
  private static Optional<JsonValue> read(String text) {
    try {
      return Optional.of(Jsonp.read(text));
    } catch (JsonException | NumberFormatException | UnsupportedOperationException e) {
      return Optional.empty();
    }
  }

  private void answer(SocketSession session, InboundType type, JsonObject message) {
    Optional<JsonValue> id = Optional.ofNullable(message.get("id"));
    JsonObject data =
        message.get("data") instanceof JsonObject object ? object : JsonValue.EMPTY_JSON_OBJECT;
    if (!type.isOpenTo(session.viewer())) {
      session.answer(Answers.error(id, "not_allowed", "your roles do not allow this"));
      return;
    }
    try {
      switch (type) {
        case PING -> session.answer(Answers.pong(message));
        case HELLO -> greeting.hello(session, id, data);
        case SUBSCRIBE -> subscriptions.subscribe(session.requireFull(), id, topics(data));
        case UNSUBSCRIBE -> subscriptions.unsubscribe(session.requireFull(), id, topics(data));
        case RESYNC ->
            subscriptions.subscribe(session.requireFull(), id, List.of(TopicRequest.of(data)));
        case REFRESH ->
            session.answer(Answers.refreshed(id, credentials.refresh(session.requireFull(), data)));
        case APPLIED -> session.requireFull().acknowledged().take(data);
        case PARITY_REPORT -> reports.take(session.viewer(), data);
      }
    } catch (InvalidRequestException | InvalidReportException e) {
      session.answer(Answers.error(id, "invalid_message", e.getMessage()));
    } catch (TooManyReportsException e) {
      session.answer(Answers.error(id, "too_many_reports", e.getMessage()));
    }
  }

  private static List<TopicRequest> topics(JsonObject data) {
    if (!(data.get("topics") instanceof JsonArray topics) || topics.size() > MOST_TOPICS) {
      throw new InvalidRequestException(
          "'topics' must be an array of at most " + MOST_TOPICS + " objects with a 'topic'");
    }
    return topics.stream().map(InboundMessages::topic).toList();
  }

  private static TopicRequest topic(JsonValue value) {
    if (value instanceof JsonObject object) {
      return TopicRequest.of(object);
    }
    throw new InvalidRequestException("each of 'topics' must be an object with a 'topic'");
  }

  private static Frame invalid(String remedy) {
    return Frame.of(new ErrorMessage("invalid_message", remedy, false));
  }
}
