package io.thor.intraday;

import io.thor.message.StreamPosition;
import io.thor.storage.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads and writes the rows of bars and VWAPs.
 *
 * <p>Threads: any, inside a transaction.
 */
@ApplicationScoped
class IntradayStore {

  /** With the days without trading after it. */
  private static final Duration LONGEST_SESSION = Duration.ofDays(14);

  @Inject Database database;

  /** How far the trades of a symbol were taken, if any ever were. */
  Optional<Instant> takenTo(String symbol) {
    return Optional.ofNullable(em().find(TradeTape.class, symbol)).map(TradeTape::takenTo);
  }

  /**
   * What an engine has to know to go on after a step. A session that was not counted before, as
   * where the symbol has come to another market, is summed up from its bars.
   */
  IntradayState state(String symbol, Instant takenTo, BarRules rules) {
    Instant from = takenTo.minus(rules.grace()).minus(rules.correctionWindow());
    List<BarUpdate> bars = new ArrayList<>();
    finalsFrom(symbol, from).forEach(bar -> bars.add(new BarUpdate(bar, true)));
    forming(symbol).forEach(bar -> bars.add(new BarUpdate(bar, false)));
    SessionSums sums = new SessionSums(symbol, rules.sessions(), sessions(symbol));
    if (!sums.haveAll(bars)) {
      finalsFrom(symbol, takenTo.minus(LONGEST_SESSION)).forEach(sums::add);
      forming(symbol).forEach(sums::add);
    }
    return new IntradayState(bars, sums.all(), takenTo);
  }

  void store(Bar bar, StreamPosition position) {
    em().persist(new FinalBar(bar, position));
    FormingBar forming = em().find(FormingBar.class, new FormingBarKey(bar.symbol(), bar.minute()));
    if (forming != null) {
      em().remove(forming);
    }
  }

  void storeForming(Bar bar) {
    FormingBar row = em().find(FormingBar.class, new FormingBarKey(bar.symbol(), bar.minute()));
    if (row == null) {
      row = new FormingBar(bar.symbol(), bar.minute());
      row.become(bar);
      em().persist(row);
    } else {
      row.become(bar);
    }
  }

  void store(SessionVwap session) {
    StoredVwapKey key = new StoredVwapKey(session.symbol(), session.sessionDate());
    StoredVwap row = em().find(StoredVwap.class, key);
    if (row == null) {
      row = new StoredVwap(session.symbol(), session.sessionDate());
      row.become(session);
      em().persist(row);
    } else {
      row.become(session);
    }
  }

  void storeTape(String symbol, Instant takenTo, Optional<BigDecimal> lastPrice) {
    TradeTape tape = em().find(TradeTape.class, symbol);
    if (tape != null) {
      tape.take(takenTo, lastPrice.orElseGet(tape::lastPrice));
    } else if (lastPrice.isPresent()) {
      tape = new TradeTape(symbol);
      tape.take(takenTo, lastPrice.get());
      em().persist(tape);
    }
  }

  /** Log entries after a position, oldest first. */
  List<FinalBar> entriesAfter(String symbol, long seq) {
    return em().createQuery(
            "select b from FinalBar b where b.symbol = :symbol and b.seq > :seq order by b.seq",
            FinalBar.class)
        .setParameter("symbol", symbol)
        .setParameter("seq", seq)
        .getResultList();
  }

  /** Bars that still form, the latest first. */
  List<Bar> forming(String symbol) {
    return em().createQuery(
            "select b from FormingBar b where b.symbol = :symbol order by b.minuteMs desc",
            FormingBar.class)
        .setParameter("symbol", symbol)
        .getResultStream()
        .map(FormingBar::toBar)
        .toList();
  }

  /** The last two sessions, the latest first. */
  List<SessionVwap> sessions(String symbol) {
    return em().createQuery(
            "select v from StoredVwap v where v.symbol = :symbol order by v.sessionDate desc",
            StoredVwap.class)
        .setParameter("symbol", symbol)
        .setMaxResults(2)
        .getResultStream()
        .map(StoredVwap::toSession)
        .toList();
  }

  /** The latest revision of every final bar from a minute on. */
  private List<Bar> finalsFrom(String symbol, Instant from) {
    return em().createQuery(
            "select b from FinalBar b where b.symbol = :symbol and b.minuteMs >= :from"
                + " and b.seq = (select max(c.seq) from FinalBar c"
                + " where c.symbol = b.symbol and c.minuteMs = b.minuteMs)",
            FinalBar.class)
        .setParameter("symbol", symbol)
        .setParameter("from", from.toEpochMilli() - Duration.ofMinutes(1).toMillis())
        .getResultStream()
        .map(FinalBar::toBar)
        .toList();
  }

  /**
   * Deletes the oldest entries of a log, up to the first of a minute that is to be kept: what stays
   * has no holes.
   */
  int deleteBefore(String symbol, Instant minute) {
    return em().createQuery(
            "delete from FinalBar b where b.symbol = :symbol and b.seq < (select min(c.seq)"
                + " from FinalBar c where c.symbol = :symbol and c.minuteMs >= :minute)")
        .setParameter("symbol", symbol)
        .setParameter("minute", minute.toEpochMilli())
        .executeUpdate();
  }

  private EntityManager em() {
    return database.entityManager();
  }
}
