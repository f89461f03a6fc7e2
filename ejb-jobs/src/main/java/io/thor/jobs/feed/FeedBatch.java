package io.thor.jobs.feed;

import io.thor.intraday.Trade;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What a feed delivered by its present.
 *
 * @param trades of every symbol that the feed ever named, in the order of arrival; maybe none
 * @param present up to which they are complete but for late ones
 */
public record FeedBatch(Map<String, ? extends List<Trade>> trades, Instant present) {

  public FeedBatch {
    Map<String, List<Trade>> copy = new LinkedHashMap<>();
    trades.forEach((symbol, list) -> copy.put(symbol, List.copyOf(list)));
    trades = copy;
    Objects.requireNonNull(present, "present");
  }
}
