package io.thor.socket;

import io.thor.config.Settings;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;

/**
 * The shared log and the workers that send from it.
 *
 * <p>Threads: any.
 */
@ApplicationScoped
public class SendPump {

  /** Key: threads that send at the same time. */
  static final String WORKERS_KEY = "thor.push.workers";

  /** Key: frames that the slowest session may be behind the fastest. */
  static final String LOG_FRAMES_KEY = "thor.push.log-frames";

  /** Key: the same in MiB; the bound of the memory for all that is sent to everyone. */
  static final String LOG_MIB_KEY = "thor.push.log-mib";

  @Resource ManagedExecutorService executor;
  @Inject Settings settings;
  @Inject PushMetrics metrics;

  private StoppingExecutor threads;
  private SharedLog log;
  private List<SendWorker> workers = List.of();

  @PostConstruct
  void start() {
    int frames = settings.wholeNumber(LOG_FRAMES_KEY, 16_384, 64, 1 << 20);
    long bytes = settings.wholeNumber(LOG_MIB_KEY, 32, 1, 4096) * 1024L * 1024L;
    log = new SharedLog(Integer.highestOneBit(frames), bytes);
    int half = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
    int count = settings.wholeNumber(WORKERS_KEY, Math.min(half, 8), 1, 64);
    threads = new StoppingExecutor(executor);
    List<SendWorker> made = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      made.add(new SendWorker(threads, log, metrics.counters()));
    }
    workers = List.copyOf(made);
  }

  SharedLog log() {
    return log;
  }

  /** The worker that sends for a session, the same for its whole life. */
  SendWorker workerFor(String sessionId) {
    return workers.get(Math.floorMod(sessionId.hashCode(), workers.size()));
  }

  /** The server stops: what is still to be sent goes out even when no managed thread is left. */
  void stop() {
    threads.stop();
  }

  /** Sends a frame to everyone. */
  void publish(WireFrame frame) {
    log.append(frame);
    workers.forEach(SendWorker::published);
  }
}
