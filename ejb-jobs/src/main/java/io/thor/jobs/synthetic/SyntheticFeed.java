package io.thor.jobs.synthetic;

import io.thor.config.Settings;
import io.thor.feed.Feeds;
import io.thor.feed.MarketFeed;
import io.thor.message.Message;
import io.thor.synthetic.SyntheticSettings;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import javax.management.JMException;
import javax.management.ObjectName;

/** Runs the synthetic feed while the server is up, where {@code thor.feed=synthetic} chooses it. */
@Singleton
@Startup
@DependsOn("StartUp")
@TransactionManagement(TransactionManagementType.BEAN)
public class SyntheticFeed {

  private static final System.Logger LOG = System.getLogger(SyntheticFeed.class.getName());
  private static final String NAME = "synthetic";
  private static final Duration STALE_AFTER = Duration.ofSeconds(5);

  @Resource ManagedThreadFactory threads;
  @Inject Event<Message> events;
  @Inject Feeds feeds;
  @Inject Settings settings;
  @Inject Clock clock;

  private Optional<SyntheticPublisher> publisher = Optional.empty();

  /** Errors: a setting that is not valid ends the deployment. */
  @PostConstruct
  void start() {
    if (!MarketFeed.SYNTHETIC.isChosen(settings)) {
      return;
    }
    SyntheticSettings chosen = SyntheticSettings.of(settings);
    feeds.register(NAME, STALE_AFTER);
    SyntheticPublisher started =
        new SyntheticPublisher(
            new SyntheticLog(chosen, clock),
            chosen.ratePerSecond(),
            events::fire,
            () -> feeds.heard(NAME));
    publisher = Optional.of(started);
    manage(started);
    threads.newThread(started).start();
    LOG.log(Level.WARNING, "the synthetic feed is on, for benchmarks alone: {0}", chosen);
  }

  @PreDestroy
  void stop() {
    publisher.ifPresent(
        running -> {
          running.stop();
          unmanage();
        });
  }

  private static void manage(SyntheticPublisher running) {
    try {
      ManagementFactory.getPlatformMBeanServer()
          .registerMBean(running, new ObjectName(SyntheticFeedMXBean.NAME));
    } catch (JMException e) {
      throw new IllegalStateException(SyntheticFeedMXBean.NAME + " cannot be registered", e);
    }
  }

  private static void unmanage() {
    try {
      ManagementFactory.getPlatformMBeanServer()
          .unregisterMBean(new ObjectName(SyntheticFeedMXBean.NAME));
    } catch (JMException e) {
      LOG.log(Level.DEBUG, "the feed was not registered", e);
    }
  }
}
