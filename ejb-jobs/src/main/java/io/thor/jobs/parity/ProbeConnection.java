package io.thor.jobs.parity;

import io.thor.jsonp.Jsonp;
import io.thor.parity.Snapshot;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.lang.System.Logger.Level;
import java.net.http.WebSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * One connection of the probe from its opening to its end: feeds what it hears to its topics, and
 * hands on what they decide. Not thread safe.
 */
final class ProbeConnection {

  private static final System.Logger LOG = System.getLogger(ProbeConnection.class.getName());
  private static final Duration SEND_LIMIT = Duration.ofSeconds(3);
  private static final Duration STALE_AFTER = Duration.ofSeconds(75);

  private final ProbeLink link;
  private final Inbox inbox;
  private final Topics topics;
  private Optional<WebSocket> socket = Optional.empty();
  private Optional<String> ended = Optional.empty();
  private Optional<Boolean> ready = Optional.empty();
  private boolean healthAsked;
  private boolean welcome;
  private Duration staleAfter = STALE_AFTER;
  private Instant lastHeartbeat;

  ProbeConnection(ProbeLink link, Inbox inbox, Topics topics, Instant now) {
    this.link = link;
    this.inbox = inbox;
    this.topics = topics;
    this.lastHeartbeat = now;
  }

  /** Connects, and says what it wants once it is welcome. */
  void open() {
    socket = Optional.of(link.open());
    send(Messages.HELLO);
  }

  /** Takes all that was heard. */
  void hear(Judge judge) {
    inbox.take().forEach(heard -> take(heard, judge));
  }

  /** Decides what waited, and asks REST again where it is time. */
  void turn(Judge judge, Instant now) {
    topics.all().forEach(topic -> hand(topic.due(now), topic, judge));
    if (now.isAfter(lastHeartbeat.plus(staleAfter))) {
      ended = Optional.of("no heartbeat for " + staleAfter.toSeconds() + " s");
    }
    topics.all().stream()
        .filter(topic -> topic.claimPoll(now))
        .forEach(topic -> link.ask(topic.route()));
  }

  /** What the server said about its health since it was asked. */
  Optional<Boolean> takeHealth() {
    Optional<Boolean> said = ready;
    if (said.isPresent()) {
      healthAsked = false;
      ready = Optional.empty();
    }
    return said;
  }

  /** Why it cannot go on; empty while it can. */
  Optional<String> ended() {
    return ended;
  }

  /** Whether the stream may be expected to bring what is committed. */
  boolean isStreaming() {
    return welcome && ended.isEmpty();
  }

  /** Whether each topic has been looked at: from now on every change is compared. */
  boolean isComparing() {
    return isStreaming() && topics.all().stream().allMatch(WatchedTopic::hasLooked);
  }

  Topics topics() {
    return topics;
  }

  /** Tells the connection that its token lasts longer. */
  void refresh(String ticket) {
    send(Messages.refresh(ticket));
  }

  /** Asks whether the server is ready, unless it was asked already; {@link #takeHealth} tells. */
  void askHealth() {
    if (!healthAsked) {
      healthAsked = true;
      link.askHealth();
    }
  }

  /** Ends it; what was suspected is undecided. */
  void close(Judge judge) {
    topics.all().forEach(topic -> hand(topic.end(), topic, judge));
    socket.ifPresent(WebSocket::abort);
  }

  private void take(Heard heard, Judge judge) {
    if (heard instanceof Heard.Frame frame) {
      frame(frame, judge);
    } else if (heard instanceof Heard.Answer answer) {
      answer(answer, judge);
    } else if (heard instanceof Heard.Silence silence) {
      failed(silence.route(), false, silence.at(), judge);
    } else if (heard instanceof Heard.Health health) {
      ready = Optional.of(health.ready());
    } else if (heard instanceof Heard.Closed closed) {
      ended = Optional.of(closed.words());
    }
  }

  /** A frame that cannot be read is no fault of the data; the next connection may do better. */
  private void frame(Heard.Frame frame, Judge judge) {
    try {
      frame(Jsonp.readObject(frame.text()), frame.at(), judge);
    } catch (RuntimeException e) {
      LOG.log(Level.DEBUG, "a frame cannot be read", e);
      ended = Optional.of("a frame cannot be read: " + e.getMessage());
    }
  }

  /** What comes before the welcome is for plain clients, and comes again when subscribed. */
  private void frame(JsonObject frame, Instant at, Judge judge) {
    String type = frame.getString("type");
    if (type.equals("welcome")) {
      welcomed(frame.getJsonObject("data"), at);
    } else if (welcome && type.equals("subscribed")) {
      subscribed(frame.getJsonObject("data"));
    } else if (welcome && type.equals("cutover_status")) {
      follow(frame.getJsonObject("data"));
    } else if (type.equals("heartbeat")) {
      lastHeartbeat = at;
    } else if (type.equals("draining")) {
      ended = Optional.of("the server is draining");
    } else if (welcome && frame.get("topic") instanceof JsonString name) {
      topics.find(name.getString()).ifPresent(topic -> pushed(topic, frame, at, judge));
    }
  }

  private void welcomed(JsonObject data, Instant at) {
    welcome = true;
    lastHeartbeat = at;
    staleAfter = Duration.ofSeconds(Math.max(1, data.getInt("stale_after_seconds")));
    Messages.subscriptions(topics.routes()).forEach(this::send);
    follow(data.getJsonObject("cutover"));
  }

  /** It draws nothing, so it follows at once; operators count it with all others. */
  private void follow(JsonObject cutover) {
    send(Messages.applied(cutover.getJsonNumber("revision").longValueExact()));
  }

  private void subscribed(JsonObject data) {
    data.getJsonArray("topics").getValuesAs(JsonObject.class).stream()
        .map(entry -> topics.find(entry.getString("topic")))
        .flatMap(Optional::stream)
        .forEach(WatchedTopic::begin);
  }

  private void pushed(WatchedTopic topic, JsonObject frame, Instant at, Judge judge) {
    hand(topic.pushed(Messages.pushed(frame), at), topic, judge);
  }

  private void answer(Heard.Answer answer, Judge judge) {
    int status = answer.status();
    WatchedTopic topic = topics.of(answer.route());
    Optional<List<Snapshot>> states = status == 200 ? Messages.states(answer) : Optional.empty();
    if (states.isPresent()) {
      answer.position().ifPresent(topic::dated);
      hand(topic.answered(states.get(), answer.took(), answer.at()), topic, judge);
    } else if (status == 401 || status == 403 || status == 404) {
      ended = Optional.of(answer.route().path() + " answers " + status);
    } else {
      failed(answer.route(), status == 503, answer.at(), judge);
    }
  }

  private void failed(Route route, boolean notYet, Instant at, Judge judge) {
    WatchedTopic topic = topics.of(route);
    hand(topic.failed(notYet, at).stream().toList(), topic, judge);
  }

  private void hand(List<Decided> decided, WatchedTopic topic, Judge judge) {
    decided.forEach(each -> judge.take(topics.named(each), topic));
  }

  private void send(String text) {
    socket
        .map(open -> open.sendText(text, true))
        .ifPresent(sent -> sent.orTimeout(SEND_LIMIT.toSeconds(), TimeUnit.SECONDS).join());
  }
}
