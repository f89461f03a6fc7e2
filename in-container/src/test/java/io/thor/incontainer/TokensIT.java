package io.thor.incontainer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.thor.identity.RefreshTickets;
import io.thor.identity.TokenId;
import io.thor.identity.Tokens;
import io.thor.identity.Users;
import io.thor.identity.Viewer;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What open connections ask about their tokens, against the real database. */
@ExtendWith(ArquillianExtension.class)
public class TokensIT {

  private static final TokenId STRANGER = new TokenId("no-token-of-ours");

  @Inject Users users;
  @Inject Tokens tokens;
  @Inject RefreshTickets tickets;

  @Deployment
  static WebArchive thor() {
    return ThorDeployment.create();
  }

  @Test
  public void tellsWhichOfManyTokensWereTakenBack() {
    Tokens.Issued leaving = signIn();
    Tokens.Issued staying = signIn();
    List<TokenId> open = List.of(idOf(leaving), idOf(staying), STRANGER);
    assertEquals(Set.of(), tokens.revokedAmong(open));

    users.signOut(leaving.secret(), "127.0.0.1");

    assertEquals(Set.of(idOf(leaving)), tokens.revokedAmong(open));
    assertEquals(Set.of(), tokens.revokedAmong(List.of(idOf(staying))));
    assertEquals(Optional.empty(), tokens.refresh(leaving.secret()));
  }

  @Test
  public void aTicketIsGoodOnceForTheTokenItWasMadeFor() {
    Tokens.Issued issued = signIn();
    Viewer refreshed = tokens.refresh(issued.secret()).orElseThrow();
    assertEquals(idOf(issued), refreshed.tokenId());
    assertFalse(refreshed.expires().isBefore(issued.viewer().expires()));

    String ticket = tickets.issue(refreshed);

    assertEquals(Optional.of(refreshed), tickets.redeem(ticket));
    assertEquals(Optional.empty(), tickets.redeem(ticket));
    assertEquals(Optional.empty(), tickets.redeem(issued.secret()));
  }

  @Test
  public void aTicketEndsWithItsToken() {
    Tokens.Issued issued = signIn();
    String ticket = tickets.issue(issued.viewer());

    users.signOut(issued.secret(), "127.0.0.1");

    assertEquals(Optional.empty(), tickets.redeem(ticket));
  }

  private Tokens.Issued signIn() {
    return users.signIn("trader", "trader-of-the-tests", "127.0.0.1").orElseThrow();
  }

  private static TokenId idOf(Tokens.Issued issued) {
    return issued.viewer().tokenId();
  }
}
