package io.thor.socket;

import io.thor.config.Settings;
import io.thor.identity.RefreshTickets;
import io.thor.identity.TokenId;
import io.thor.identity.Tokens;
import io.thor.identity.Viewer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.websocket.CloseReason;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Closes the sessions whose token was taken back, within seconds, and those whose token has ended,
 * after a grace in which a full client may still hand in a refresh ticket.
 *
 * <p>Threads: the managed scheduler's looks at the sessions; {@link #refresh} from any.
 */
@ApplicationScoped
public class CredentialGuard {

  /** Key: how long an ended token may still be refreshed by an open session, in seconds. */
  static final String GRACE_KEY = "thor.security.refresh-grace-seconds";

  private static final long LOOK_MS = 2000;

  @Inject Rounds rounds;
  @Inject SessionRegistry sessions;
  @Inject Tokens tokens;
  @Inject RefreshTickets tickets;
  @Inject Settings settings;
  @Inject Clock clock;

  private Duration grace = Duration.ZERO;

  void start() {
    grace = Duration.ofSeconds(settings.wholeNumber(GRACE_KEY, 30, 0, 3600));
    rounds.start("looking at the credentials of open sessions", LOOK_MS, this::look);
  }

  /** See {@link Rounds#keepUp}. */
  void keepUp() {
    rounds.keepUp();
  }

  void stop() {
    rounds.stop();
  }

  /**
   * Uses up the ticket that a client has sent, and gives the new end of its token.
   *
   * <p>Errors: {@link InvalidRequestException} for a ticket that is not valid, with the remedy.
   */
  Duration refresh(SocketSession session, JsonObject data) {
    if (!(data.get("ticket") instanceof JsonString ticket)) {
      throw new InvalidRequestException(
          "'ticket' must be a text; POST /api/session/refresh gives one");
    }
    Viewer refreshed =
        tickets
            .redeem(ticket.getString())
            .orElseThrow(
                () ->
                    new InvalidRequestException(
                        "'ticket' is unknown, used or too old; POST /api/session/refresh gives a"
                            + " new one"));
    session.refresh(refreshed);
    return Duration.between(clock.instant(), refreshed.expires());
  }

  private void look() {
    closeExpired(clock.instant());
    closeRevoked();
  }

  private void closeExpired(Instant now) {
    for (SocketSession session : sessions.all()) {
      if (now.minus(grace).isAfter(session.viewer().expires())) {
        session.close(CloseCode.EXPIRED, "credentials expired");
      }
    }
  }

  /** Asked without sessions too: for requests, a node without its database goes by what it knew. */
  private void closeRevoked() {
    Set<TokenId> open =
        sessions.all().stream()
            .map(session -> session.viewer().tokenId())
            .collect(Collectors.toSet());
    Set<TokenId> revoked = tokens.revokedAmong(open);
    if (!revoked.isEmpty()) {
      sessions.all().stream()
          .filter(session -> revoked.contains(session.viewer().tokenId()))
          .forEach(
              session ->
                  session.close(CloseReason.CloseCodes.VIOLATED_POLICY, "signed out elsewhere"));
    }
  }
}
