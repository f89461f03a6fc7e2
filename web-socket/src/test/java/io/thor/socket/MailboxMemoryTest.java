package io.thor.socket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class MailboxMemoryTest {

  private final int frame = Frames.bar("A", 1).length();
  private final MailboxMemory memory = new MailboxMemory(4L * frame);
  private final PrivateMailbox full = mailbox();
  private final PrivateMailbox other = mailbox();

  private PrivateMailbox mailbox() {
    return new PrivateMailbox(1000, 1 << 20, memory);
  }

  @Test
  void refusesOnlyTheOneThatHoldsMoreThanItsShare() {
    for (int seq = 1; seq <= 4; seq++) {
      assertTrue(full.put(Frames.bar("A", seq)));
    }
    assertTrue(other.put(Frames.bar("A", 1)));
    assertFalse(full.put(Frames.bar("A", 5)));
  }

  @Test
  void isFreeAgainWhenAMailboxIsTakenOrDropped() {
    full.put(Frames.bar("A", 1));
    other.put(Frames.bar("A", 1));
    full.takeAll();
    assertEquals(frame, memory.bytes());
    other.discard();
    other.discard();
    assertEquals(0, memory.bytes());
  }

  @Test
  void holdsNothingForAMailboxThatWasDropped() {
    full.discard();
    assertTrue(full.put(Frames.bar("A", 1)));
    assertTrue(full.isEmpty());
    assertEquals(0, memory.bytes());
  }

  @Test
  void countsTheLatestStateAlone() {
    full.put(Frames.vwap("A", 1));
    long one = memory.bytes();
    full.put(Frames.vwap("A", 2));
    assertEquals(one, memory.bytes());
  }
}
