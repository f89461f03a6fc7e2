package io.thor.socket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.List;
import org.junit.jupiter.api.Test;

class ConflationTest {

  @Test
  void keepsTheLatestOfEachStateInItsPlace() {
    WireFrame oldA = Frames.vwap("A", 1);
    WireFrame onlyB = Frames.vwap("B", 1);
    WireFrame newA = Frames.vwap("A", 2);
    assertEquals(List.of(onlyB, newA), Conflation.of(List.of(oldA, onlyB, newA)));
  }

  @Test
  void keepsEveryLogEntryAndEveryAnswer() {
    List<WireFrame> all =
        List.of(Frames.bar("A", 1), Frames.answer(3), Frames.bar("A", 2), Frames.answer(3));
    assertEquals(all, Conflation.of(all));
  }

  @Test
  void leavesARunWithoutStatesAsItIs() {
    List<WireFrame> bars = List.of(Frames.bar("A", 1), Frames.bar("A", 2));
    assertSame(bars, Conflation.of(bars));
  }
}
