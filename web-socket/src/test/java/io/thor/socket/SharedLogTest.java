package io.thor.socket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.thor.message.Topic;
import java.util.List;
import org.junit.jupiter.api.Test;

class SharedLogTest {

  private static final long PLENTY = 1 << 20;

  private final SharedLog log = new SharedLog(4, PLENTY);

  @Test
  void givesBackWhatWasAppendedInOrder() {
    append(3);
    assertEquals(List.of(1L, 2L, 3L), seqs(0, 3));
    assertEquals(List.of(2L), seqs(1, 2));
  }

  @Test
  void forgetsTheOldestWhenItIsFull() {
    append(6);
    assertEquals(6, log.end());
    assertTrue(log.read(1, 6).isEmpty());
    assertEquals(List.of(3L, 4L, 5L, 6L), seqs(2, 6));
  }

  @Test
  void forgetsTheOldestWhenItsBytesAreUsedUp() {
    int one = Frames.bar("A", 1).length();
    SharedLog small = new SharedLog(64, 3L * one);
    for (int seq = 1; seq <= 5; seq++) {
      small.append(Frames.bar("A", seq));
    }
    assertTrue(small.read(1, 5).isEmpty());
    assertEquals(3, small.read(2, 5).orElseThrow().size());
  }

  @Test
  void keepsAFrameThatIsLargerThanTheBound() {
    SharedLog tiny = new SharedLog(4, 10);
    tiny.append(Frames.bar("A", 1));
    assertEquals(1, tiny.read(0, 1).orElseThrow().size());
  }

  @Test
  void knowsTheHeadsOnlyAtItsEnd() {
    append(2);
    assertTrue(log.headsAt(1).isEmpty());
    Topic topic = Topic.parse("intraday_bar:A");
    assertEquals(2, log.headsAt(2).orElseThrow().get(topic).seq());
  }

  @Test
  void wantsAPowerOfTwo() {
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> new SharedLog(5, PLENTY));
    assertEquals("capacity must be a power of two, not 5", refused.getMessage());
  }

  private void append(int count) {
    for (int seq = 1; seq <= count; seq++) {
      log.append(Frames.bar("A", seq));
    }
  }

  private List<Long> seqs(long from, long to) {
    return log.read(from, to).orElseThrow().stream().map(Frames::seq).toList();
  }
}
