package io.thor.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.thor.time.FakeClock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RecentViewersTest {

  private final FakeClock clock = new FakeClock("2026-01-05T12:00:00Z");
  private final RecentViewers recent = new RecentViewers();

  RecentViewersTest() {
    recent.clock = clock;
  }

  private Viewer remember(String username, Duration lifetime) {
    Viewer viewer =
        new Viewer(
            username,
            Set.of(Role.OPERATOR),
            Set.of(),
            new TokenId("id-of-" + username),
            clock.instant().plus(lifetime));
    recent.remember("secret-of-" + username, Optional.of(viewer));
    return viewer;
  }

  private Optional<Viewer> known(String username) {
    return recent.of("secret-of-" + username);
  }

  @Test
  void knowsWhoWasSeenAndNobodyElse() {
    Viewer ann = remember("ann", Duration.ofHours(1));

    assertEquals(Optional.of(ann), known("ann"));
    assertTrue(known("bob").isEmpty());
  }

  @Test
  void neverOutlastsTheToken() {
    remember("ann", Duration.ofMinutes(1));
    clock.turn(Duration.ofMinutes(1));

    assertTrue(known("ann").isEmpty());
  }

  @Test
  void forgetsWhoWasNotSeenForAQuarterOfAnHour() {
    remember("ann", Duration.ofHours(1));
    clock.turn(Duration.ofMinutes(15));

    assertTrue(known("ann").isEmpty());
  }

  @Test
  void forgetsWhatIsTakenBack() {
    for (String username : new String[] {"ann", "bob", "eve", "joe", "sue"}) {
      remember(username, Duration.ofHours(1));
    }

    recent.forget("secret-of-ann");
    recent.forgetUser("bob");
    recent.forgetAll(Set.of(new TokenId("id-of-eve")));
    recent.remember("secret-of-joe", Optional.empty());

    for (String username : new String[] {"ann", "bob", "eve", "joe"}) {
      assertTrue(known(username).isEmpty(), username);
    }
    assertTrue(known("sue").isPresent());
  }

  @Test
  void forgetsTheLongestUnseenWhereThereAreTooMany() {
    remember("ann", Duration.ofHours(1));
    remember("bob", Duration.ofHours(1));
    for (int i = 0; i < 998; i++) {
      remember("user" + i, Duration.ofHours(1));
    }
    remember("ann", Duration.ofHours(1));
    remember("sue", Duration.ofHours(1));

    assertTrue(known("ann").isPresent());
    assertTrue(known("bob").isEmpty());
    assertTrue(known("user0").isPresent());
  }
}
