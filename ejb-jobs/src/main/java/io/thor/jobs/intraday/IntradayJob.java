package io.thor.jobs.intraday;

import io.thor.intraday.IntradayTape;
import io.thor.jobs.Job;
import io.thor.jobs.feed.FeedBatch;
import io.thor.jobs.feed.FeedSession;
import io.thor.jobs.feed.FeedSources;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Takes over what the feeds deliver. A batch that could not be stored comes again at the next turn.
 */
@ApplicationScoped
public class IntradayJob implements Job {

  @Inject FeedSources sources;
  @Inject IntradayTape tape;

  @Inject Event<FeedsTakenOver> takenOver;

  private boolean isFirst = true;
  private List<FeedSession> sessions = List.of();

  @PostConstruct
  void open() {
    sessions = sources.open();
  }

  @PreDestroy
  void close() {
    sessions.forEach(FeedSession::stop);
  }

  @Override
  public String name() {
    return "intraday";
  }

  @Override
  public Duration interval() {
    return Duration.ofSeconds(1);
  }

  @Override
  public void run() {
    sessions.forEach(this::takeOver);
    if (isFirst) {
      isFirst = false;
      takenOver.fire(new FeedsTakenOver());
    }
  }

  private void takeOver(FeedSession session) {
    do {
      Optional<FeedBatch> batch = session.step();
      batch.ifPresent(this::take);
      session.taken();
    } while (session.isBehind());
  }

  private void take(FeedBatch batch) {
    batch.trades().forEach((symbol, trades) -> tape.take(symbol, trades, batch.present()));
  }
}
