package io.thor.jobs.intraday;

import io.thor.intraday.Trade;
import java.time.Instant;
import java.util.List;

/**
 * A source of one symbol's trades. One that is pushed to keeps what came until it is asked.
 *
 * <p>Threads: the intraday job's alone.
 */
interface TradeFeed {

  /** Its name among the feeds of the heartbeat. */
  String name();

  String symbol();

  /** The trades of a span of event time that it knows, oldest first. */
  List<Trade> between(Instant fromInclusive, Instant toExclusive);
}
