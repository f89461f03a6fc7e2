package io.thor.incontainer;

import io.thor.account.Instrument;
import io.thor.channel.StateReader;
import io.thor.channel.TopicLedger;
import io.thor.message.StreamPosition;
import io.thor.message.Topic;
import io.thor.storage.Database;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.UUID;

/**
 * An instrument that one test alone knows, described by the number of the position under which it
 * was last stored.
 *
 * <p>Threads: any.
 */
@Dependent
public class CountedInstrument {

  /** What was read together. */
  record Read(long seq, String description) {

    boolean belongsTogether() {
      return description.equals(String.valueOf(seq));
    }
  }

  @Inject Database database;
  @Inject TopicLedger ledger;
  @Inject StateReader reader;
  @Inject Clock clock;

  private final String id = "COUNTED-" + UUID.randomUUID();
  private final Topic topic = new Topic("counted", id);

  /** Stores it under the first position. */
  void begin() {
    store(
        "insert into instrument (symbol, description, asset_type, multiplier, market_id, country)"
            + " values (?2, ?1, 'TEST', 1, 'TEST', 'TEST')");
  }

  /** Commits it anew. */
  void change() {
    store("update instrument set description = ?1 where symbol = ?2");
  }

  /** Reads it as REST does, and does something between the looks of each attempt. */
  Read read(Runnable between) {
    return database
        .inNewTransaction(() -> reader.read(topic, position -> readAt(position, between)))
        .orElseThrow();
  }

  private Read readAt(StreamPosition position, Runnable between) {
    EntityManager em = database.entityManager();
    em.clear();
    String description = em.find(Instrument.class, id).getDescription();
    between.run();
    return new Read(position.seq(), description);
  }

  private void store(String sql) {
    database.inNewTransaction(
        () ->
            database
                .entityManager()
                .createNativeQuery(sql)
                .setParameter(1, String.valueOf(ledger.next(topic, clock.instant()).seq()))
                .setParameter(2, id)
                .executeUpdate());
  }
}
