package io.thor.intraday;

import io.thor.account.Instruments;
import io.thor.channel.StateCommits;
import io.thor.channel.TopicLedger;
import io.thor.message.IntradayBarUpdate;
import io.thor.message.StreamPosition;
import io.thor.message.Topic;
import io.thor.message.TopicMessage;
import io.thor.message.VwapUpdate;
import io.thor.storage.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Takes trades, in steps, and commits the bars and VWAPs that they change. Each step is one
 * transaction; one that fails leaves nothing, and the next begins where the last good one ended.
 *
 * <p>Threads: one at a time; the intraday job calls it.
 */
@ApplicationScoped
public class IntradayTape {

  @Inject Database database;
  @Inject StateCommits commits;
  @Inject TopicLedger ledger;
  @Inject IntradayStore store;
  @Inject Instruments instruments;
  @Inject TradingRules rules;
  @Inject Event<TradesTaken> taken;

  private final Map<String, BarEngine> engines = new HashMap<>();

  /** How far the trades of a symbol were taken; empty before the first. */
  public Optional<Instant> takenTo(String symbol) {
    return database.inNewTransaction(() -> store.takenTo(symbol));
  }

  /**
   * One step.
   *
   * @param trades those that arrived since the last step, in any order; known ones do no harm
   * @param now the present, up to which the trades are complete but for late ones
   */
  public synchronized void take(String symbol, List<Trade> trades, Instant now) {
    BarEngine engine = engines.computeIfAbsent(symbol, this::restore);
    boolean committed = false;
    try {
      trades.forEach(engine::accept);
      IntradayChanges changes = engine.advanceTo(now);
      Optional<BigDecimal> lastPrice =
          trades.isEmpty() ? Optional.empty() : Optional.of(trades.get(trades.size() - 1).price());
      commits.commit(() -> commit(symbol, changes, now, lastPrice));
      committed = true;
      taken.fire(new TradesTaken(symbol, trades));
    } finally {
      if (!committed) {
        engines.remove(symbol);
      }
    }
  }

  private BarEngine restore(String symbol) {
    return database.inNewTransaction(
        () -> {
          BarRules of = rules.of(symbol);
          return store
              .takenTo(symbol)
              .map(to -> store.state(symbol, to, of))
              .map(state -> new BarEngine(symbol, of, state))
              .orElseGet(() -> new BarEngine(symbol, of));
        });
  }

  private List<TopicMessage> commit(
      String symbol, IntradayChanges changes, Instant now, Optional<BigDecimal> lastPrice) {
    List<TopicMessage> updates = new ArrayList<>();
    if (!changes.isEmpty()) {
      String country = instruments.countryOf(symbol);
      commitForming(symbol, country, changes, now).ifPresent(updates::add);
      updates.addAll(commitFinals(symbol, country, changes.finals(), now));
      changes.session().map(session -> commitVwap(session, now)).ifPresent(updates::add);
      changes.sessions().forEach(store::store);
    }
    store.storeTape(symbol, now, lastPrice);
    return updates;
  }

  private Optional<TopicMessage> commitForming(
      String symbol, String country, IntradayChanges changes, Instant now) {
    changes.bars().stream()
        .filter(update -> !update.isFinal())
        .map(BarUpdate::bar)
        .forEach(store::storeForming);
    return changes
        .forming()
        .map(
            bar ->
                IntradayUpdates.bar(
                    bar, country, false, next(IntradayBarUpdate.FORMING_PREFIX, symbol, now)));
  }

  private List<TopicMessage> commitFinals(
      String symbol, String country, List<Bar> finals, Instant now) {
    if (finals.isEmpty()) {
      return List.of();
    }
    Topic topic = new Topic(IntradayBarUpdate.LOG_PREFIX, symbol);
    Iterator<StreamPosition> positions = ledger.next(topic, now, finals.size()).iterator();
    return finals.stream().map(bar -> commitFinal(country, bar, positions.next())).toList();
  }

  private TopicMessage commitFinal(String country, Bar bar, StreamPosition position) {
    store.store(bar, position);
    return IntradayUpdates.bar(bar, country, true, position);
  }

  private TopicMessage commitVwap(SessionVwap session, Instant now) {
    return IntradayUpdates.vwap(session, next(VwapUpdate.TOPIC_PREFIX, session.symbol(), now));
  }

  private StreamPosition next(String prefix, String symbol, Instant now) {
    return ledger.next(new Topic(prefix, symbol), now);
  }
}
