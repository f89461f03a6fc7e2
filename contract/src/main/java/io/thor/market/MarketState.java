package io.thor.market;

import io.thor.message.MarketStatusUpdate.Status;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * What a market does at one instant, why, and which other status comes next.
 *
 * @param reason {@code regular}, {@code early_close}, {@code lunch}, {@code pre_open}, {@code
 *     closing_auction} and the like from the venue's schedule; {@code weekend}, {@code holiday} or
 *     what else closed the day; {@code overnight} before the first and {@code after_hours} after
 *     the last phase of a trading day; {@code calendar_not_started} and {@code calendar_ended}
 * @param nextStatus a status other than {@code status}; empty when none follows or the calendar
 *     ends before it does
 * @param nextStatusAt when {@code nextStatus} begins
 */
public record MarketState(
    Status status, String reason, Optional<Status> nextStatus, Optional<Instant> nextStatusAt) {

  public MarketState {
    Objects.requireNonNull(status, "status");
    Objects.requireNonNull(reason, "reason");
    if (nextStatus.isPresent() != nextStatusAt.isPresent()) {
      throw new IllegalArgumentException(
          "nextStatus and nextStatusAt come together or not at all, not "
              + nextStatus
              + " with "
              + nextStatusAt);
    }
  }
}
