package io.thor.socket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class PrivateMailboxTest {

  private static final int PLENTY = 1 << 20;

  @Test
  void keepsTheLatestStateBehindWhatCameBeforeIt() {
    PrivateMailbox mailbox = new PrivateMailbox(10, PLENTY, new MailboxMemory(1 << 20));
    mailbox.put(Frames.balance("ACC-1", 1));
    WireFrame answer = Frames.answer(5);
    mailbox.put(answer);
    WireFrame latest = Frames.balance("ACC-1", 2);
    mailbox.put(latest);
    assertEquals(List.of(answer, latest), mailbox.takeAll());
    assertTrue(mailbox.isEmpty());
  }

  @Test
  void anOlderStateDoesNotReplaceANewerOne() {
    PrivateMailbox mailbox = new PrivateMailbox(10, PLENTY, new MailboxMemory(1 << 20));
    WireFrame newer = Frames.balance("ACC-1", 5);
    mailbox.put(newer);
    assertTrue(mailbox.put(Frames.balance("ACC-1", 4)));
    assertEquals(List.of(newer), mailbox.takeAll());
  }

  @Test
  void overflowsByFrames() {
    PrivateMailbox mailbox = new PrivateMailbox(2, PLENTY, new MailboxMemory(1 << 20));
    assertTrue(mailbox.put(Frames.answer(1)));
    assertTrue(mailbox.put(Frames.answer(1)));
    assertFalse(mailbox.put(Frames.answer(1)));
  }

  @Test
  void overflowsByBytesAndCountsReplacedOnesOnce() {
    int one = Frames.balance("ACC-1", 1).length();
    PrivateMailbox mailbox = new PrivateMailbox(100, one + 10, new MailboxMemory(1 << 20));
    for (int seq = 1; seq <= 9; seq++) {
      assertTrue(mailbox.put(Frames.balance("ACC-1", seq)));
    }
    assertFalse(mailbox.put(Frames.answer(100)));
  }

  @Test
  void hasRoomAgainWhenTaken() {
    PrivateMailbox mailbox = new PrivateMailbox(1, PLENTY, new MailboxMemory(1 << 20));
    mailbox.put(Frames.answer(1));
    mailbox.takeAll();
    assertTrue(mailbox.put(Frames.answer(1)));
  }
}
