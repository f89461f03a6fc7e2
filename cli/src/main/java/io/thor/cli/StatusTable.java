package io.thor.cli;

import java.util.ArrayList;
import java.util.List;

/** Writes the cutover's state as the table that operators know. */
final class StatusTable {

  private static final int REVISION_COLUMN = 62;
  private static final int NAME_WIDTH = 15;
  private static final int STAGE_WIDTH = 8;

  private StatusTable() {}

  /** The table's lines: title, summary, then one line a feature. */
  static List<String> lines(CutoverStatus status) {
    int nameWidth = width(NAME_WIDTH, status.features().stream().map(FeatureStatus::name).toList());
    int stageWidth =
        width(STAGE_WIDTH, status.features().stream().map(StatusTable::stage).toList());
    String row = "  [%-4s] %-" + nameWidth + "s  %-" + stageWidth + "s why: %s";
    List<String> lines = new ArrayList<>();
    lines.add(
        ("%-" + REVISION_COLUMN + "srevision %d")
            .formatted("WebSocket cutover status", status.revision()));
    lines.add(summary(status));
    for (FeatureStatus feature : status.features()) {
      String path = feature.webSocket() ? "WS" : "REST";
      lines.add(row.formatted(path, feature.name(), stage(feature), feature.why()));
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
