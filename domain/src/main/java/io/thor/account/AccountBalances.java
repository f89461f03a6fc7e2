package io.thor.account;

import io.thor.channel.StateCommits;
import io.thor.channel.StateReader;
import io.thor.channel.TopicLedger;
import io.thor.channel.TopicSource;
import io.thor.identity.Viewer;
import io.thor.message.AccountBalanceUpdate;
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
 * Commits what accounts are worth to {@code account_balance:*}.
 *
 * <p>Threads: any.
 */
@ApplicationScoped
public class AccountBalances implements TopicSource {

  @Inject Books books;
  @Inject Database database;
  @Inject StateCommits commits;
  @Inject TopicLedger ledger;
  @Inject StateReader reader;
  @Inject Clock clock;

  /** Values every account; one that is worth what it was is not committed again. */
  public void revalueAll() {
    for (String accountId : database.inNewTransaction(books::accountIds)) {
      commits.commit(() -> revalue(accountId));
    }
  }

  /** Values one account in the caller's transaction. */
  List<TopicMessage> revalue(String accountId) {
    Topic topic = topic(accountId);
    ledger.lock(topic);
    Account account = books.account(accountId).orElseThrow();
    List<MarkedHolding> holdings =
        books.marked(accountId).stream().map(Books.Marked::holding).toList();
    EntityManager em = database.entityManager();
    Optional<BalanceState> stored = Optional.ofNullable(em.find(BalanceState.class, accountId));
    BalanceState state = stored.orElseGet(() -> new BalanceState(accountId));
    if (!state.become(Valuation.of(account.cash(), holdings, books.policy()))) {
      return List.of();
    }
    if (stored.isEmpty()) {
      em.persist(state);
    }
    return List.of(state.toUpdate(ledger.next(topic, clock.instant()), account));
  }

  @Override
  public Set<String> prefixes() {
    return Set.of(AccountBalanceUpdate.TOPIC_PREFIX);
  }

  @Override
  public List<Topic> topics(Viewer viewer) {
    return viewer.accountIds().stream().sorted().map(AccountBalances::topic).toList();
  }

  @Override
  public Optional<TopicMessage> latest(Topic topic) {
    return reader.read(
        topic,
        position -> {
          EntityManager em = database.entityManager();
          em.clear();
          return em.find(BalanceState.class, topic.key())
              .toUpdate(position, em.find(Account.class, topic.key()));
        });
  }

  static Topic topic(String accountId) {
    return new Topic(AccountBalanceUpdate.TOPIC_PREFIX, accountId);
  }
}
