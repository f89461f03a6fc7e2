package io.thor.account;

import io.thor.channel.StateCommits;
import io.thor.channel.StateReader;
import io.thor.channel.TopicLedger;
import io.thor.channel.TopicSource;
import io.thor.identity.Viewer;
import io.thor.message.PositionsUpdate;
import io.thor.message.StreamPosition;
import io.thor.message.Topic;
import io.thor.message.TopicMessage;
import io.thor.storage.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Commits the marked positions of accounts to {@code positions:*}.
 *
 * <p>Threads: any.
 */
@ApplicationScoped
public class AccountPositions implements TopicSource {

  @Inject Books books;
  @Inject Database database;
  @Inject StateCommits commits;
  @Inject TopicLedger ledger;
  @Inject StateReader reader;
  @Inject Clock clock;

  /** Marks every account; positions that stand where they stood are not committed again. */
  public void remarkAll() {
    for (String accountId : database.inNewTransaction(books::accountIds)) {
      commits.commit(() -> remark(accountId));
    }
  }

  /** Marks one account in the caller's transaction. */
  List<TopicMessage> remark(String accountId) {
    Topic topic = topic(accountId);
    ledger.lock(topic);
    List<PositionsUpdate.Row> rows =
        books.marked(accountId).stream().map(AccountPositions::row).toList();
    if (ledger.current(topic).isPresent() && rows.equals(storedRows(accountId))) {
      return List.of();
    }
    store(accountId, rows);
    StreamPosition position = ledger.next(topic, clock.instant());
    return List.of(new PositionsUpdate(position, accountId, rows, position.asOf()));
  }

  private static PositionsUpdate.Row row(Books.Marked marked) {
    Instrument instrument = marked.instrument();
    MarkedHolding holding = marked.holding();
    return new PositionsUpdate.Row(
        instrument.getSymbol(),
        instrument.getDescription(),
        instrument.getAssetType(),
        holding.holding().quantity(),
        instrument.getMultiplier(),
        holding.holding().averageCost(),
        holding.mark(),
        holding.marketValue(),
        holding.pnl(),
        holding.pnlPercent(),
        holding.holding().realizedPnl());
  }

  private void store(String accountId, List<PositionsUpdate.Row> rows) {
    EntityManager em = database.entityManager();
    storedStates(accountId).forEach(em::remove);
    em.flush();
    rows.forEach(row -> em.persist(new PositionState(accountId, row)));
  }

  private List<PositionsUpdate.Row> storedRows(String accountId) {
    return storedStates(accountId).stream()
        .map(state -> state.toRow(books.instrument(state.getSymbol())))
        .toList();
  }

  private List<PositionState> storedStates(String accountId) {
    return database
        .entityManager()
        .createQuery(
            "select p from PositionState p where p.accountId = :account order by p.symbol",
            PositionState.class)
        .setParameter("account", accountId)
        .getResultList();
  }

  @Override
  public Set<String> prefixes() {
    return Set.of(PositionsUpdate.TOPIC_PREFIX);
  }

  @Override
  public List<Topic> topics(Viewer viewer) {
    return viewer.accountIds().stream().sorted().map(AccountPositions::topic).toList();
  }

  @Override
  public Optional<TopicMessage> latest(Topic topic) {
    return reader.read(
        topic,
        position -> {
          database.entityManager().clear();
          return new PositionsUpdate(
              position, topic.key(), storedRows(topic.key()), position.asOf());
        });
  }

  static Topic topic(String accountId) {
    return new Topic(PositionsUpdate.TOPIC_PREFIX, accountId);
  }
}
