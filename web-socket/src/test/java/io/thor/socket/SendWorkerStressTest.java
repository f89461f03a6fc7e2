package io.thor.socket;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Publishers, a worker and writers that complete on other threads, all at once. */
class SendWorkerStressTest {

  private static final int FRAMES = 20_000;
  private static final int SESSIONS = 8;

  private final ExecutorService threads = Executors.newFixedThreadPool(6);

  @AfterEach
  void stop() {
    threads.shutdownNow();
  }

  @Test
  void everySessionGetsEveryFrameOnceAndInOrder() throws InterruptedException {
    SharedLog log = new SharedLog(1 << 15, 1 << 30);
    SendWorker worker = new SendWorker(threads, log, Sessions.COUNTERS);
    CountDownLatch complete = new CountDownLatch(SESSIONS);
    List<Reader> readers = new ArrayList<>();
    for (int i = 0; i < SESSIONS; i++) {
      Reader reader = new Reader(complete);
      readers.add(reader);
      SocketSession session = Sessions.of("s" + i, reader, worker, log);
      worker.add(session);
      session.join(List.of());
    }
    threads.execute(() -> publish(log, worker));
    complete.await(60, TimeUnit.SECONDS);
    List<Long> expected = LongStream.rangeClosed(1, FRAMES).boxed().toList();
    readers.forEach(reader -> assertEquals(expected, reader.received()));
  }

  private static void publish(SharedLog log, SendWorker worker) {
    for (int seq = 1; seq <= FRAMES; seq++) {
      log.append(Frames.bar("A", seq));
      worker.published();
    }
  }

  /** Takes batches and completes them on another thread. */
  private final class Reader implements SessionWriter {

    private final CountDownLatch complete;
    private final List<Long> received = new ArrayList<>();

    Reader(CountDownLatch complete) {
      this.complete = complete;
    }

    @Override
    public void write(Batch batch, Runnable progressed, Consumer<Optional<Throwable>> done) {
      threads.execute(
          () -> {
            read(batch);
            done.accept(Optional.empty());
          });
    }

    private synchronized void read(Batch batch) {
      batch.frames().forEach(frame -> received.add(Frames.seq(frame)));
      if (received.size() == FRAMES) {
        complete.countDown();
      }
    }

    synchronized List<Long> received() {
      return List.copyOf(received);
    }

    @Override
    public void ping() {}

    @Override
    public void abort() {}
  }
}
