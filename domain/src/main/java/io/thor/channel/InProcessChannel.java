package io.thor.channel;

import io.thor.message.Retention;
import io.thor.message.Topic;
import jakarta.enterprise.context.ApplicationScoped;
import java.lang.System.Logger.Level;
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

  private final List<Subscription> subscriptions = new CopyOnWriteArrayList<>();
  private final Map<Topic, TopicHistory> histories = new ConcurrentHashMap<>();

  /** Equal to itself alone, so that ending it ends no other of the same listener. */
  private static final class Subscription {

    private final FrameListener listener;

    Subscription(FrameListener listener) {
      this.listener = listener;
    }
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

  private static TopicHistory historyFor(Retention retention) {
    return new TopicHistory(retention == Retention.LOG ? TopicHistory.LOG_LENGTH : 1);
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
