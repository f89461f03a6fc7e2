package io.thor.incontainer;

import io.thor.channel.StateCommits;
import io.thor.channel.TopicLedger;
import io.thor.channel.TopicSources;
import io.thor.message.IntradayBarUpdate;
import io.thor.message.StreamPosition;
import io.thor.message.Topic;
import io.thor.message.TopicMessage;
import io.thor.storage.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.Query;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Stores final bars of symbols that only tests know, in the product's table and under positions of
 * its ledger. The number of trades marks who stored a bar.
 *
 * <p>Threads: any.
 */
@ApplicationScoped
public class MarkedBars {

  private static final String COUNTRY = "TEST";

  @Inject Database database;
  @Inject TopicLedger ledger;
  @Inject TopicSources sources;
  @Inject StateCommits commits;
  @Inject Clock clock;

  static Topic topic(String symbol) {
    return new Topic(IntradayBarUpdate.LOG_PREFIX, symbol);
  }

  /** Lists a symbol, without which none of its bars can be read back. */
  void list(String symbol) {
    database.inNewTransaction(
        () ->
            insert(
                "insert into instrument"
                    + " (symbol, description, asset_type, multiplier, market_id, country)"
                    + " values (?1, ?1, 'TEST', 1, 'TEST', ?2)",
                symbol,
                COUNTRY));
  }

  /** Commits the next bar and publishes it, as a job does. */
  TopicMessage commit(String symbol, long mark) {
    return commits.commit(() -> List.of(store(symbol, mark))).get(0);
  }

  /** Commits the next bar as one whose node dies before it publishes. */
  TopicMessage lose(String symbol, long mark) {
    return database.inNewTransaction(() -> store(symbol, mark));
  }

  /** Takes the topic's next position in the caller's transaction. */
  StreamPosition take(String symbol) {
    return ledger.next(topic(symbol), clock.instant());
  }

  /** Stores the next bar in the caller's transaction. */
  TopicMessage store(String symbol, long mark) {
    StreamPosition position = take(symbol);
    Instant minute = Instant.EPOCH.plus(Duration.ofMinutes(position.seq()));
    insert(
        "insert into intraday_bar (symbol, seq, as_of_ms, minute_ms, revision, open_price,"
            + " high_price, low_price, close_price, volume, notional, trades, first_ms,"
            + " first_trade, last_ms, last_trade, trade_numbers)"
            + " values (?1, ?2, ?3, ?4, 0, 1, 1, 1, 1, 1, 1, ?5, ?4, 1, ?4, ?5, ?6)",
        symbol,
        position.seq(),
        position.asOf().toEpochMilli(),
        minute.toEpochMilli(),
        mark,
        mark == 1 ? "1" : "1-" + mark);
    BigDecimal one = BigDecimal.ONE;
    return new IntradayBarUpdate(
        position, COUNTRY, symbol, minute, one, one, one, one, one, mark, one, true, 0);
  }

  /** The position of the stored head, read in a transaction of its own. */
  Optional<StreamPosition> head(String symbol) {
    return database.inNewTransaction(() -> ledger.current(topic(symbol)));
  }

  /** All stored bars as messages, oldest first, read in a transaction of its own. */
  List<TopicMessage> stored(String symbol) {
    return sources.since(topic(symbol), 0);
  }

  private int insert(String sql, Object... values) {
    Query query = database.entityManager().createNativeQuery(sql);
    for (int i = 0; i < values.length; i++) {
      query.setParameter(i + 1, values[i]);
    }
    return query.executeUpdate();
  }
}
