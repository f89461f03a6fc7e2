package io.thor.cutover;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AppliedTotalsTest {

  private static SteeredSession session(ClientKind client, Optional<Long> applied) {
    return new SteeredSession("c1", "trader", Optional.of("ACC-1"), client, applied);
  }

  @Test
  void countsTheFullClientsThatFollowTheRevision() {
    List<SteeredSession> all =
        List.of(
            session(ClientKind.FULL, Optional.of(12L)),
            session(ClientKind.FULL, Optional.of(13L)),
            session(ClientKind.FULL, Optional.of(11L)),
            session(ClientKind.FULL, Optional.empty()),
            session(ClientKind.PLAIN, Optional.empty()));

    assertEquals(new AppliedTotals(5, 4, 2), AppliedTotals.of(all, 12));
  }

  @Test
  void leavesDrillsOut() {
    List<SteeredSession> all = List.of(session(ClientKind.DRILL, Optional.of(13L)));

    assertEquals(new AppliedTotals(0, 0, 0), AppliedTotals.of(all, 12));
  }
}
