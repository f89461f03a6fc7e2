package io.thor.channel;

import io.thor.message.StreamPosition;
import io.thor.message.Topic;
import io.thor.storage.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Numbers the committed states of every topic, in the transaction that stores them. A position that
 * is rolled back was never given.
 *
 * <p>Threads: any, inside a transaction. One that commits to several topics locks them in the order
 * of their names, or two such may wait for each other.
 */
@ApplicationScoped
public class TopicLedger {

  private static final int EPOCH_BITS = 40;
  private static final int EPOCH_RADIX = 36;

  @Inject Database database;
  @Inject OrderedPublisher publisher;

  private final SecureRandom random = new SecureRandom();

  /**
   * Waits until no other transaction holds the topic, and holds it until this one ends. A state
   * that is read after this is the one that the next position replaces.
   */
  public void lock(Topic topic) {
    head(topic);
  }

  /**
   * Takes the topic's next position, locking it first. It is written at once, because a provider
   * may read a row anew when the same transaction locks it again.
   */
  public StreamPosition next(Topic topic, Instant asOf) {
    return next(topic, asOf, 1).get(0);
  }

  /** Takes as many positions at once, in order, for the price of one. */
  public List<StreamPosition> next(Topic topic, Instant asOf, int count) {
    TopicHead head = head(topic);
    publisher.expectAfter(topic, head.seq());
    List<StreamPosition> positions =
        IntStream.range(0, count).mapToObj(i -> head.advance(asOf)).toList();
    database.entityManager().flush();
    return positions;
  }

  /** The position of the last committed state, if there is one. */
  public Optional<StreamPosition> current(Topic topic) {
    return database
        .entityManager()
        .createQuery(
            "select h.epoch, h.seq, h.asOfMs from TopicHead h where h.topic = :topic and h.seq > 0",
            Object[].class)
        .setParameter("topic", topic.toString())
        .getResultStream()
        .map(TopicLedger::position)
        .findFirst();
  }

  /** Columns, not the entity: a second read in one transaction has to see what changed. */
  private static StreamPosition position(Object[] columns) {
    return new StreamPosition(
        (String) columns[0], (Long) columns[1], Instant.ofEpochMilli((Long) columns[2]));
  }

  /** Every topic with its position. */
  List<TopicHead> heads() {
    return database
        .entityManager()
        .createQuery("select h from TopicHead h where h.seq > 0", TopicHead.class)
        .getResultList();
  }

  private TopicHead head(Topic topic) {
    TopicHead head = find(topic);
    return head == null ? begin(topic) : head;
  }

  /**
   * Adds the head in a transaction of its own: where two begin a topic at once, one of the two
   * inserts fails, and must not take the caller's work with it.
   */
  private TopicHead begin(Topic topic) {
    try {
      database.inNewTransaction(() -> insert(new TopicHead(topic, newEpoch())));
    } catch (RuntimeException e) {
      TopicHead begun = find(topic);
      if (begun == null) {
        throw e;
      }
      return begun;
    }
    return find(topic);
  }

  private TopicHead find(Topic topic) {
    return database.lock(TopicHead.class, topic.toString());
  }

  private TopicHead insert(TopicHead head) {
    database.entityManager().persist(head);
    database.entityManager().flush();
    return head;
  }

  private String newEpoch() {
    return new BigInteger(EPOCH_BITS, random).toString(EPOCH_RADIX);
  }
}
