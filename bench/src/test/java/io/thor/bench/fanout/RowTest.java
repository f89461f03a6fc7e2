package io.thor.bench.fanout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class RowTest {

  @Test
  void keepsUpWhileNearlyAllComesInTime() {
    assertTrue(row("99.5", "9900", "99.99", 0).keepsUp());
  }

  @Test
  void doesNotKeepUpWhenAnythingFails() {
    assertFalse(row("90", "9000", "10", 0).keepsUp(), "the feed falls behind");
    assertFalse(row("100", "9000", "10", 0).keepsUp(), "the delivery falls behind");
    assertFalse(row("100", "10000", "100.01", 0).keepsUp(), "it is late");
    assertFalse(row("100", "10000", "10", 1).keepsUp(), "it has a gap");
  }

  @Test
  void alignsTheTable() {
    List<String> lines = Table.text(List.of(row("100", "10000", "10", 0))).lines().toList();
    assertEquals(2, lines.size());
    assertEquals(lines.get(0).length(), lines.get(1).length());
  }

  @Test
  void readsTheFiguresOfThisProcess() {
    ProcessFigures own = new ProcessFigures(ProcessHandle.current().pid());
    assertTrue(own.rssKib() > 1024);
    assertTrue(own.maxOpenFiles() > 0);
    assertFalse(own.cpu().isNegative());
  }

  private static Row row(String published, String delivered, String p99Ms, long gaps) {
    BigDecimal any = BigDecimal.ONE;
    return new Row(
        "channel",
        "plain",
        100,
        100,
        250,
        any,
        new BigDecimal(published),
        new BigDecimal(delivered),
        any,
        any,
        any,
        any,
        new BigDecimal(p99Ms),
        any,
        any,
        gaps,
        0,
        100,
        "none",
        any,
        any,
        any);
  }
}
