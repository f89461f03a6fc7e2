package io.thor.intraday;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * Says to which session a moment belongs, by the session's own date.
 *
 * <p>A later moment never belongs to an earlier session, and a session starts at the start of a
 * minute, so that each bar belongs to one session.
 */
@FunctionalInterface
public interface SessionRule {

  /** Markets without a close: the session is the UTC day. */
  SessionRule UTC_DAY = moment -> LocalDate.ofInstant(moment, ZoneOffset.UTC);

  LocalDate sessionOf(Instant moment);
}
