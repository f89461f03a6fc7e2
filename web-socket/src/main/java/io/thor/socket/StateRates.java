package io.thor.socket;

import io.thor.channel.Frame;
import io.thor.config.Settings;
import io.thor.message.Retention;
import io.thor.message.Topic;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Holds back states that change more often than {@code thor.push.max-rate.<topic prefix>} times a
 * second: the first goes at once, the latest of those that follow when its time has come. What has
 * no rate, and every log entry, goes at once.
 *
 * <p>Threads: any; frames of one topic come one after another.
 */
@ApplicationScoped
public class StateRates {

  private static final String KEY_PREFIX = "thor.push.max-rate.";
  private static final int UNLIMITED = 0;
  private static final Map<String, Integer> DEFAULTS =
      Map.of("account_balance", 4, "positions", 4, "vwap", 2, "forming_bar", 2);

  private static final long LOOK_MS = 25;

  @Resource ManagedScheduledExecutorService scheduler;
  @Inject Settings settings;
  @Inject PushMetrics metrics;

  private final Map<String, Duration> gaps = new ConcurrentHashMap<>();
  private final Map<Topic, PacedTopic> topics = new ConcurrentHashMap<>();
  private final Handover look =
      new Handover(
          task -> scheduler.schedule(task, LOOK_MS, TimeUnit.MILLISECONDS),
          "letting go states that are held back",
          this::look,
          System::nanoTime);

  /**
   * Reads the rates, so that a wrong one ends the start and not a later message. It also lets the
   * server look up this bean's resource: its callers come on threads of other modules, from which
   * that is not possible.
   */
  void start() {
    DEFAULTS.keySet().forEach(prefix -> gaps.computeIfAbsent(prefix, this::gap));
  }

  /** Passes a frame on now, or keeps it until its time has come. */
  void pass(WireFrame wire, Consumer<WireFrame> next) {
    Frame frame = wire.frame();
    Optional<Topic> topic = frame.route().map(Frame.Route::topic);
    if (topic.isEmpty() || frame.retention() == Retention.LOG) {
      next.accept(wire);
      return;
    }
    Duration gap = gaps.computeIfAbsent(topic.get().prefix(), this::gap);
    if (gap.isZero()) {
      next.accept(wire);
    } else {
      PacedTopic paced = topics.computeIfAbsent(topic.get(), ignored -> new PacedTopic(gap, next));
      if (paced.pass(wire, System.nanoTime())) {
        metrics.counters().conflated();
      }
      if (paced.isHolding()) {
        look.request();
      }
    }
  }

  /** Looks again in a while, several times in the shortest gap, as long as something is held. */
  private void look() {
    if (release(System.nanoTime())) {
      look.request();
    }
  }

  private boolean release(long nowNanos) {
    boolean holding = false;
    for (PacedTopic topic : topics.values()) {
      holding |= topic.release(nowNanos);
    }
    return holding;
  }

  private Duration gap(String prefix) {
    int rate =
        settings.wholeNumber(
            KEY_PREFIX + prefix, DEFAULTS.getOrDefault(prefix, UNLIMITED), UNLIMITED, 1000);
    return rate == UNLIMITED ? Duration.ZERO : Duration.ofSeconds(1).dividedBy(rate);
  }
}
