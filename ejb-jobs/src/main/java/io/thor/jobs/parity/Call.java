package io.thor.jobs.parity;

import io.thor.jsonp.Jsonp;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A connection with the token that it lives by. Not thread safe. */
final class Call {

  private final ProbeConnection connection;
  private final ProbeLink link;
  private final Instant since;
  private Instant refreshAt;
  private Instant expires;

  Call(ProbeConnection connection, ProbeLink link, Instant since, Instant expires) {
    this.connection = connection;
    this.link = link;
    this.since = since;
    lasts(since, expires);
  }

  ProbeConnection connection() {
    return connection;
  }

  Instant since() {
    return since;
  }

  /** Lets the token last longer at half of its time; why that is not possible, if it is not. */
  Optional<String> refresh(Instant now) {
    if (now.isBefore(refreshAt)) {
      return Optional.empty();
    }
    try {
      JsonObject refreshed = Jsonp.readObject(link.post("api/session/refresh"));
      connection.refresh(refreshed.getString("ticket"));
      Instant until = now.plusSeconds(refreshed.getInt("expires_in"));
      boolean longer = until.isAfter(expires.plusSeconds(1));
      lasts(now, until);
      return longer ? Optional.empty() : Optional.of("the token has reached its last end");
    } catch (IOException | RuntimeException e) {
      return Optional.of("the token cannot be refreshed: " + e.getMessage());
    }
  }

  private void lasts(Instant from, Instant until) {
    expires = until;
    refreshAt = from.plus(Duration.between(from, until).dividedBy(2));
  }
}
