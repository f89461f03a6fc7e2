package io.thor.jobs.parity;

import io.thor.cutover.RenderPath;
import io.thor.parity.FeatureFindings;
import io.thor.parity.Finding;
import io.thor.parity.Snapshot;
import io.thor.parity.TopicKind;
import io.thor.parity.Verdict;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.lang.System.Logger.Level;
import java.net.http.WebSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * One connection of the probe from its opening to its end: feeds what it hears to its topics, and
 * hands on what they decide. Not thread safe.
 */
final class ProbeConnection {

  private static final System.Logger LOG = System.getLogger(ProbeConnection.class.getName());
  private static final Duration SEND_LIMIT = Duration.ofSeconds(3);
  private static final Duration STREAM_WAIT = Duration.ofSeconds(2);
  private static final Duration STALE_AFTER = Duration.ofSeconds(75);
  private static final int TOPICS_A_FRAME = 100;

  private final ProbeLink link;
  private final Inbox inbox;
  private final Map<String, WatchedTopic> topics = new LinkedHashMap<>();
  private final Map<String, Map<RenderPath, Instant>> newest = new LinkedHashMap<>();
  private Optional<WebSocket> socket = Optional.empty();
  private Optional<String> ended = Optional.empty();
  private Optional<Boolean> ready = Optional.empty();
  private boolean healthAsked;
  private boolean welcome;
  private Duration staleAfter = STALE_AFTER;
  private Instant lastHeartbeat;

  ProbeConnection(ProbeLink link, Inbox inbox, Duration poll, List<Route> routes, Instant now) {
    this.link = link;
    this.inbox = inbox;
    this.lastHeartbeat = now;
    for (int i = 0; i < routes.size(); i++) {
      Route route = routes.get(i);
      Instant first = now.plus(poll.multipliedBy(i).dividedBy(routes.size()));
      topics.put(route.topic().toString(), new WatchedTopic(route, poll, first));
    }
  }

  /** Connects, and says what it wants once it is welcome. */
  void open() {
    WebSocket opened = link.open();
    socket = Optional.of(opened);
    send(Messages.HELLO);
  }

  /** Takes all that was heard. */
  void hear(Judge judge) {
    for (Heard heard : inbox.take()) {
      take(heard, judge);
    }
  }

  /** Decides what waited, and asks REST again where it is time. */
  void turn(Judge judge, Instant now) {
    topics.values().forEach(topic -> hand(topic.due(now), topic, judge));
    if (now.isAfter(lastHeartbeat.plus(staleAfter))) {
      ended = Optional.of("no heartbeat for " + staleAfter.toSeconds() + " s");
    }
    topics.values().stream()
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

  /** Whether a feature's routes answer, and not with what is long gone. */
  boolean isRestHealthy(String feature) {
    return of(feature).stream().allMatch(WatchedTopic::isRestHealthy);
  }

  /** The topics of a feature. */
  Collection<WatchedTopic> of(String feature) {
    return topics.values().stream()
        .filter(topic -> topic.route().feature().equals(feature))
        .toList();
  }

  /** The moment of the newest state by feature and path. */
  Map<String, Map<RenderPath, Instant>> newest() {
    return newest;
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
    topics.values().forEach(topic -> hand(topic.end(), topic, judge));
    socket.ifPresent(WebSocket::abort);
  }

  private void take(Heard heard, Judge judge) {
    try {
      if (heard instanceof Heard.Frame frame) {
        frame(Messages.read(frame.text()), frame.at(), judge);
      } else if (heard instanceof Heard.Answer answer) {
        answer(answer, judge);
      } else if (heard instanceof Heard.Silence silence) {
        failed(silence.route(), false, silence.at(), judge);
      } else if (heard instanceof Heard.Health health) {
        ready = Optional.of(health.ready());
      } else if (heard instanceof Heard.Closed closed) {
        ended = Optional.of(closed.words());
      }
    } catch (RuntimeException e) {
      LOG.log(Level.DEBUG, "a message cannot be read", e);
      ended = Optional.of("a message cannot be read: " + e.getMessage());
    }
  }

  /** What comes before the welcome is for plain clients, and comes again when subscribed. */
  private void frame(JsonObject frame, Instant at, Judge judge) {
    String type = frame.getString("type");
    if (type.equals("welcome")) {
      welcomed(frame.getJsonObject("data"), at);
    } else if (welcome && type.equals("subscribed")) {
      subscribed(frame.getJsonObject("data"));
    } else if (type.equals("heartbeat")) {
      lastHeartbeat = at;
    } else if (type.equals("draining")) {
      ended = Optional.of("the server is draining");
    } else if (welcome && frame.get("topic") instanceof JsonString name) {
      Optional.ofNullable(topics.get(name.getString()))
          .ifPresent(topic -> pushed(topic, frame, at, judge));
    }
  }

  private void welcomed(JsonObject data, Instant at) {
    welcome = true;
    lastHeartbeat = at;
    staleAfter = Duration.ofSeconds(Math.max(1, data.getInt("stale_after_seconds")));
    List<Route> routes = topics.values().stream().map(WatchedTopic::route).toList();
    for (int i = 0; i < routes.size(); i += TOPICS_A_FRAME) {
      send(Messages.subscribe(routes.subList(i, Math.min(routes.size(), i + TOPICS_A_FRAME))));
    }
  }

  private void subscribed(JsonObject data) {
    data.getJsonArray("topics").getValuesAs(JsonObject.class).stream()
        .map(entry -> topics.get(entry.getString("topic")))
        .forEach(WatchedTopic::begin);
  }

  private void pushed(WatchedTopic topic, JsonObject frame, Instant at, Judge judge) {
    note(topic, RenderPath.WEBSOCKET, Instant.parse(frame.getString("as_of")));
    hand(topic.pushed(Messages.pushed(frame), at), topic, judge);
  }

  private void answer(Heard.Answer answer, Judge judge) {
    WatchedTopic topic = topics.get(answer.route().topic().toString());
    if (answer.status() == 200) {
      hand(topic.answered(states(topic, answer), answer.took(), answer.at()), topic, judge);
    } else if (answer.status() == 401 || answer.status() == 403 || answer.status() == 404) {
      ended = Optional.of(answer.route().path() + " answers " + answer.status());
    } else {
      failed(answer.route(), answer.status() == 503, answer.at(), judge);
    }
  }

  private List<Snapshot> states(WatchedTopic topic, Heard.Answer answer) {
    if (topic.route().kind() == TopicKind.LOG) {
      return Messages.bars(answer.body());
    }
    Heard.RestPosition position = answer.position().orElseThrow();
    topic.dated(position);
    note(topic, RenderPath.REST, position.asOf());
    return List.of(Messages.answered(position, answer.body()));
  }

  private void failed(Route route, boolean notYet, Instant at, Judge judge) {
    WatchedTopic topic = topics.get(route.topic().toString());
    hand(topic.failed(notYet, at).stream().toList(), topic, judge);
  }

  /** Hands on what a topic decided; what is lost may be a whole feature that has stopped. */
  private void hand(List<Decided> decided, WatchedTopic topic, Judge judge) {
    decided.forEach(each -> judge.take(isStalled(each) ? each.stalled() : each, topic));
  }

  private boolean isStalled(Decided decided) {
    if (decided.finding().verdict() != Verdict.LOST || !decided.isConfirmed()) {
      return false;
    }
    Instant from = decided.since().minus(STREAM_WAIT);
    List<Finding> moved =
        of(decided.route().feature()).stream()
            .map(WatchedTopic::moved)
            .flatMap(Optional::stream)
            .filter(move -> !move.since().isBefore(from))
            .map(Decided::finding)
            .toList();
    return FeatureFindings.isStalled(moved, ended.isEmpty());
  }

  private void note(WatchedTopic topic, RenderPath path, Instant asOf) {
    newest
        .computeIfAbsent(topic.route().feature(), feature -> new EnumMap<>(RenderPath.class))
        .merge(path, asOf, (one, other) -> one.isAfter(other) ? one : other);
  }

  private void send(String text) {
    socket
        .map(open -> open.sendText(text, true))
        .ifPresent(sent -> sent.orTimeout(SEND_LIMIT.toSeconds(), TimeUnit.SECONDS).join());
  }
}
