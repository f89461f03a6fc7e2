package io.thor.bench.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import org.junit.jupiter.api.Test;

class LoadReportTest {

  @Test
  void readsWhatItWrote() {
    LoadReport report = new LoadReport(5, 1, 0, 10, 9, 100, 200, 300, 400, Map.of(4101, 3L));
    assertEquals(report, LoadReport.parse(report.written()));
  }

  @Test
  void tellsClosingsByCode() {
    Tally tally = new Tally();
    tally.closed(4102);
    tally.closed(4101);
    tally.closed(4101);
    assertEquals("4101=2,4102=1", tally.report(0, 0).closings());
    assertEquals("none", new Tally().report(0, 0).closings());
  }

  @Test
  void countsOnlyWhatCameAfterTheReset() {
    Tally tally = new Tally();
    tally.received(5_000_000);
    tally.missed(2);
    tally.reset();
    tally.received(2_000_000);
    LoadReport report = tally.report(1, 1);
    assertEquals(1, report.received());
    assertEquals(0, report.gaps());
    assertEquals(2000, report.p50Us());
  }

  @Test
  void refusesAnotherLine() {
    assertThrows(IllegalArgumentException.class, () -> LoadReport.parse("draining"));
  }
}
