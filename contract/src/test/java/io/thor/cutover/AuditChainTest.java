package io.thor.cutover;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class AuditChainTest {

  private static final int LENGTH = 12;

  @Test
  void keepsTheHashThatOlderRowsWereWrittenWith() {
    assertEquals(
        "4e9252b0517e2c6fad77c60af796652980b0743234d5e4638fcc0d132d58af41",
        AuditChain.append(AuditChain.START, entry(1, "two clean sessions")).hash());
  }

  @Test
  void findsNothingInAnUntouchedChain() {
    assertEquals(Optional.empty(), AuditChain.verify(chain(), 0, LENGTH));
    assertEquals(Optional.empty(), AuditChain.verify(List.of(), 7, 7));
  }

  @Property(tries = 50)
  void findsTheFirstEntryThatWasChanged(@ForAll @IntRange(max = LENGTH - 1) int index) {
    List<AuditChain.Link> chain = chain();
    String hash = chain.get(index).hash();
    chain.set(index, new AuditChain.Link(entry(index + 1L, "nothing happened"), hash));

    assertEquals(Optional.of(index), firstBad(chain));
  }

  @Property(tries = 50)
  void aChangedEntryWithItsOwnHashBreaksTheNext(@ForAll @IntRange(max = LENGTH - 2) int index) {
    List<AuditChain.Link> chain = chain();
    String before = index == 0 ? AuditChain.START : chain.get(index - 1).hash();
    chain.set(index, AuditChain.append(before, entry(index + 1L, "nothing happened")));

    assertEquals(Optional.of(index + 1), firstBad(chain));
  }

  @Property(tries = 50)
  void findsWhereAnEntryWasRemoved(@ForAll @IntRange(max = LENGTH - 1) int index) {
    List<AuditChain.Link> chain = chain();
    chain.remove(index);

    assertEquals(Optional.of(index), firstBad(chain));
  }

  @Property(tries = 50)
  void findsWhereEntriesChangedPlaces(@ForAll @IntRange(max = LENGTH - 2) int index) {
    List<AuditChain.Link> chain = chain();
    Collections.swap(chain, index, index + 1);

    assertEquals(Optional.of(index), firstBad(chain));
  }

  @Test
  void saysWhatIsWrong() {
    List<AuditChain.Link> chain = chain();
    chain.remove(LENGTH - 1);

    assertEquals(
        Optional.of(
            new AuditChain.Break(11, "the last entry is of revision 11, the present one is 12")),
        AuditChain.verify(chain, 0, LENGTH));
  }

  private static Optional<Integer> firstBad(List<AuditChain.Link> chain) {
    return AuditChain.verify(chain, 0, LENGTH).map(AuditChain.Break::index);
  }

  private static List<AuditChain.Link> chain() {
    List<AuditChain.Link> chain = new ArrayList<>();
    String hash = AuditChain.START;
    for (int revision = 1; revision <= LENGTH; revision++) {
      AuditChain.Link link = AuditChain.append(hash, entry(revision, "two clean sessions"));
      chain.add(link);
      hash = link.hash();
    }
    return chain;
  }

  private static AuditEntry entry(long revision, String reason) {
    return new AuditEntry(
        revision,
        "positions",
        "advance",
        new Actor("operator1", "console"),
        reason,
        "SHADOW",
        "CANARY 1 %",
        "",
        Instant.parse("2026-01-05T14:30:00.123456Z"));
  }
}
