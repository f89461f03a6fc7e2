package io.thor.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class PaintTest {

  private static final CutoverStatus STATUS =
      new CutoverStatus(
          7,
          List.of(
              new FeatureStatus("positions", "LIVE", true, false, "console"),
              new FeatureStatus("intraday", "SHADOW", false, true, "@|red mismatch|@")),
          AppliedTotals.NONE);

  @Test
  void coloursWhatMattersOnATerminal() {
    List<String> lines = new StatusTable(new Paint(true)).lines(STATUS);

    assertEquals(
        "  \u001b[32m[WS  ]\u001b[0m positions        LIVE               why: console",
        lines.get(2));
    assertEquals(
        "  [REST] intraday         \u001b[31mSHADOW ROLLED_BACK\u001b[0m why: @|red mismatch|@",
        lines.get(3));
  }

  @Test
  void leavesTheTextAloneElsewhere() {
    List<String> lines = new StatusTable(new Paint(false)).lines(STATUS);

    assertEquals("  [WS  ] positions        LIVE               why: console", lines.get(2));
  }
}
