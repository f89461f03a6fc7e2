package io.thor.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.thor.config.Settings;
import io.thor.storage.MemoryDatabase;
import io.thor.time.FakeClock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What open connections ask about their tokens, against a real database. */
class TokensTest {

  private static final TokenId STRANGER = new TokenId("no-token-of-ours");
  private static final User TRADER = new User("trader", "-", Set.of(Role.TRADER));

  private static MemoryDatabase database;

  private final FakeClock clock = new FakeClock("2026-01-05T12:00:00Z");
  private final Tokens tokens = new Tokens();
  private final RefreshTickets tickets = new RefreshTickets();

  TokensTest() {
    tokens.database = database;
    tokens.clock = clock;
    tokens.settings = new Settings();
    tokens.recent = new RecentViewers();
    tokens.recent.clock = clock;
    tokens.configure();
    tickets.database = database;
    tickets.clock = clock;
    tickets.tokens = tokens;
  }

  @BeforeAll
  static void create() {
    database = new MemoryDatabase();
    database.execute(
        "insert into app_user (username, password_hash, roles, enabled)"
            + " values ('trader', '-', 'trader', true)");
  }

  @AfterAll
  static void close() {
    database.close();
  }

  @Test
  void tellsWhichOfManyTokensWereTakenBack() {
    Tokens.Issued leaving = tokens.issue(TRADER);
    Tokens.Issued staying = tokens.issue(TRADER);
    List<TokenId> open = List.of(idOf(leaving), idOf(staying), STRANGER);
    assertEquals(Set.of(), tokens.revokedAmong(open));

    assertEquals(Optional.of(leaving.viewer()), tokens.revoke(leaving.secret()));

    assertEquals(Set.of(idOf(leaving)), tokens.revokedAmong(open));
    assertEquals(Set.of(), tokens.revokedAmong(List.of(idOf(staying))));
    assertEquals(Optional.empty(), tokens.refresh(leaving.secret()));
  }

  @Test
  void aTicketIsGoodOnceForTheTokenItWasMadeFor() {
    Tokens.Issued issued = tokens.issue(TRADER);
    clock.turn(Duration.ofMinutes(1));
    Viewer refreshed = tokens.refresh(issued.secret()).orElseThrow();
    assertEquals(idOf(issued), refreshed.tokenId());
    assertEquals(issued.viewer().expires().plusSeconds(60), refreshed.expires());

    String ticket = tickets.issue(refreshed);

    assertEquals(Optional.of(refreshed), tickets.redeem(ticket));
    assertEquals(Optional.empty(), tickets.redeem(ticket));
    assertEquals(Optional.empty(), tickets.redeem(issued.secret()));
  }

  @Test
  void aTicketEndsWithItsToken() {
    Tokens.Issued issued = tokens.issue(TRADER);
    String ticket = tickets.issue(issued.viewer());

    tokens.revoke(issued.secret());

    assertEquals(Optional.empty(), tickets.redeem(ticket));
  }

  @Test
  void aTicketIsGoodForHalfAMinute() {
    Tokens.Issued issued = tokens.issue(TRADER);
    String used = tickets.issue(issued.viewer());
    String late = tickets.issue(issued.viewer());

    clock.turn(RefreshTickets.LIFETIME.minusMillis(1));
    assertFalse(tickets.redeem(used).isEmpty());
    clock.turn(Duration.ofMillis(1));

    assertEquals(Optional.empty(), tickets.redeem(late));
  }

  private static TokenId idOf(Tokens.Issued issued) {
    return issued.viewer().tokenId();
  }
}
