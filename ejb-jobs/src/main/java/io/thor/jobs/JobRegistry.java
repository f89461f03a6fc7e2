package io.thor.jobs;

import io.thor.config.Settings;
import io.thor.lease.Leadership;
import io.thor.message.HeartbeatUpdate;
import io.thor.metrics.Metrics;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * All enabled jobs.
 *
 * <p>Threads: {@link #start} and {@link #stop} once, {@link #claimDue} from the timer alone, {@link
 * #figures} from any.
 */
@ApplicationScoped
public class JobRegistry {

  private static final System.Logger LOG = System.getLogger(JobRegistry.class.getName());

  /** Less than a lease lasts, so that no other node runs the same jobs meanwhile. */
  private static final Duration PATIENCE = Leadership.DURATION.minusSeconds(1);

  private static final int LEAST_INTERVAL_MS = 100;
  private static final int DAY_MS = 86_400_000;

  @Inject @Any Instance<Job> jobs;
  @Inject Settings settings;
  @Inject Leadership leadership;
  @Inject Metrics metrics;
  @Inject Clock clock;

  private volatile List<ScheduledJob> scheduled = List.of();

  void start() {
    scheduled =
        jobs.stream()
            .filter(job -> settings.flag(key(job, "enabled"), true))
            .sorted(Comparator.comparing(Job::name))
            .map(this::schedule)
            .toList();
    new JobMetrics(this::figures).register(metrics.registry());
  }

  /**
   * Lets no job begin any more, and waits for those that run: what they hold would outlive the
   * application on a thread of the server's.
   */
  void stop() {
    Instant end = clock.instant().plus(PATIENCE);
    scheduled.stream()
        .filter(job -> !job.retire(Duration.between(clock.instant(), end)))
        .forEach(job -> LOG.log(Level.WARNING, "Thor stops while job {0} runs", job.name()));
  }

  /** The jobs that have to run now on this node; each has to be run. */
  List<ScheduledJob> claimDue(Instant now) {
    boolean leads = leadership.isHeld();
    return scheduled.stream()
        .filter(job -> leads || job.onEveryNode())
        .filter(job -> job.claim(now))
        .toList();
  }

  /** The first moment from now on at which a job has to run besides its turns. */
  Optional<Instant> nextWake(Instant now) {
    return scheduled.stream()
        .map(ScheduledJob::wakeAt)
        .flatMap(Optional::stream)
        .filter(at -> at.isAfter(now))
        .min(Instant::compareTo);
  }

  public List<HeartbeatUpdate.Job> figures() {
    return scheduled.stream().map(ScheduledJob::figures).toList();
  }

  private ScheduledJob schedule(Job job) {
    int fallback = Math.toIntExact(job.interval().toMillis());
    return new ScheduledJob(
        job, settings.millis(key(job, "interval-ms"), fallback, LEAST_INTERVAL_MS, DAY_MS), clock);
  }

  private static String key(Job job, String what) {
    return "thor.jobs." + job.name() + "." + what;
  }
}
