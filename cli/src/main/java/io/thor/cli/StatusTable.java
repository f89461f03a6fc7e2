package io.thor.cli;

import java.util.ArrayList;
import java.util.List;

/** Writes the cutover's state as the table that operators know. */
record StatusTable(Paint paint) {

  private static final int REVISION_COLUMN = 62;
  private static final int NAME_WIDTH = 15;
  private static final int STAGE_WIDTH = 8;

  /** The table's lines: title, summary, one line a feature, how many follow. */
  List<String> lines(CutoverStatus status) {
    int nameWidth = width(NAME_WIDTH, status.features().stream().map(FeatureStatus::name).toList());
    int stageWidth =
        width(STAGE_WIDTH, status.features().stream().map(StatusTable::stage).toList());
    String row = "  %s %-" + nameWidth + "s  %s why: %s";
    List<String> lines = new ArrayList<>();
    lines.add(
        ("%-" + REVISION_COLUMN + "srevision %d")
            .formatted("WebSocket cutover status", status.revision()));
    lines.add(paint.strong(summary(status)));
    for (FeatureStatus feature : status.features()) {
      String path = feature.webSocket() ? paint.good("[WS  ]") : "[REST]";
      String stage = ("%-" + stageWidth + "s").formatted(stage(feature));
      String shown = feature.rolledBack() ? paint.bad(stage) : stage;
      lines.add(row.formatted(path, feature.name(), shown, feature.why()));
    }
    if (status.totals().full() > 0) {
      lines.add("  " + status.totals().words());
    }
    return lines;
  }

  private static String summary(CutoverStatus status) {
    long on = status.onWebSocket();
    int all = status.features().size();
    String words;
    if (status.allOff()) {
      words = "OFF - nothing is sent, all features using REST";
    } else if (on == 0) {
      words = "SHADOW MODE - all features using REST";
    } else if (on < all) {
      words = "PARTIAL CUTOVER - some features using WebSocket";
    } else {
      words = "FULL CUTOVER - all features using WebSocket";
    }
    return "%s (%d/%d)".formatted(words, on, all);
  }

  private static String stage(FeatureStatus feature) {
    return feature.rolledBack() ? feature.stage() + " ROLLED_BACK" : feature.stage();
  }

  private static int width(int least, List<String> cells) {
    return Math.max(least, cells.stream().mapToInt(String::length).max().orElse(0));
  }
}
