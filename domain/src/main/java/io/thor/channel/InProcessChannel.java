package io.thor.channel;

import io.thor.config.Settings;
import io.thor.message.Retention;
import io.thor.message.Topic;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The channel layer of one node that serves its audience alone.
 *
 * <p>Threads: any. Listeners run on the publishing thread.
 */
@ApplicationScoped
public class InProcessChannel implements ChannelLayer {

  private static final System.Logger LOG = System.getLogger(InProcessChannel.class.getName());

  private static final HistoryBounds LATEST_ALONE = new HistoryBounds(1, Duration.ofDays(1));

  @Inject Settings settings;

  private final List<Subscription> subscriptions = new CopyOnWriteArrayList<>();
  private final Map<Topic, TopicHistory> histories = new ConcurrentHashMap<>();
  private HistoryBounds bounds = HistoryBounds.A_DAY;

  /** Equal to itself alone, so that ending it ends no other of the same listener. */
  private static final class Subscription {

    private final FrameListener listener;

    Subscription(FrameListener listener) {
      this.listener = listener;
    }
  }

  @PostConstruct
  void configure() {
    bounds = HistoryBounds.of(settings);
  }

  @Override
  public void publish(Frame frame) {
    if (frame.route().isEmpty()) {
      deliver(frame);
      return;
    }
    Frame.Route route = frame.route().get();
    TopicHistory history =
        histories.computeIfAbsent(route.topic(), topic -> historyFor(frame.retention()));
    synchronized (history) {
      if (history.append(frame)) {
        deliver(frame);
      }
    }
  }

  @Override
  public Registration subscribe(FrameListener listener) {
    Subscription subscription = new Subscription(listener);
    subscriptions.add(subscription);
    return () -> subscriptions.remove(subscription);
  }

  @Override
  public Optional<Frame> latest(Topic topic) {
    TopicHistory history = histories.get(topic);
    if (history == null) {
      return Optional.empty();
    }
    synchronized (history) {
      return history.latest();
    }
  }

  @Override
  public Optional<List<Frame>> since(Topic topic, String epoch, long seq) {
    TopicHistory history = histories.get(topic);
    if (history == null) {
      return Optional.empty();
    }
    synchronized (history) {
      return history.since(epoch, seq);
    }
  }

  private TopicHistory historyFor(Retention retention) {
    return new TopicHistory(retention == Retention.LOG ? bounds : LATEST_ALONE);
  }

  private void deliver(Frame frame) {
    for (Subscription subscription : subscriptions) {
      try {
        subscription.listener.onFrame(frame);
      } catch (RuntimeException e) {
        LOG.log(Level.WARNING, "a listener failed on a frame of type " + frame.type(), e);
      }
    }
  }
}
