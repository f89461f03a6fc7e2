package io.thor.bench.fanout;

import io.thor.json.RecordJson;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Rows of one kind of record, as columns of text or as JSON. */
final class Table {

  private static final Map<String, String> HEADINGS =
      Map.ofEntries(
          Map.entry("rate", "msg/s"),
          Map.entry("publishedPerSecond", "published/s"),
          Map.entry("deliveredPerSecond", "delivered/s"),
          Map.entry("cpuMicros", "CPU us/msg"),
          Map.entry("serverCpuPercent", "server CPU%"),
          Map.entry("clientCpuPercent", "client CPU%"),
          Map.entry("p50Ms", "p50 ms"),
          Map.entry("p99Ms", "p99 ms"),
          Map.entry("p999Ms", "p99.9 ms"),
          Map.entry("maxMs", "max ms"),
          Map.entry("rssBeforeMb", "RSS before MB"),
          Map.entry("rssMb", "RSS MB"),
          Map.entry("rssKbPerSession", "RSS KB/session"),
          Map.entry("heapKbPerSession", "heap KB/session"),
          Map.entry("lastMs", "last ms"),
          Map.entry("heapStartMb", "heap MB"),
          Map.entry("heapMiddleMb", "middle MB"),
          Map.entry("heapEndMb", "end MB"),
          Map.entry("heapLeftMb", "left MB"),
          Map.entry("threadsStart", "threads"),
          Map.entry("threadsLeft", "left"),
          Map.entry("sessionsLeft", "sessions left"),
          Map.entry("p99WithoutMs", "p99 without ms"),
          Map.entry("p99WithMs", "p99 with ms"),
          Map.entry("goneSeconds", "gone after s"),
          Map.entry("heapBeforeMb", "heap MB"),
          Map.entry("heapWithMb", "with MB"),
          Map.entry("stuckThreads", "stuck threads"),
          Map.entry("machineLoad", "load avg"));

  private Table() {}

  /** The rows beneath their headings; at least one row. */
  static String text(List<? extends Record> rows) {
    List<List<String>> lines = new ArrayList<>();
    lines.add(
        components(rows.get(0))
            .map(component -> HEADINGS.getOrDefault(component.getName(), component.getName()))
            .toList());
    rows.forEach(row -> lines.add(values(row)));
    int columns = lines.get(0).size();
    List<Integer> widths = new ArrayList<>();
    for (int column = 0; column < columns; column++) {
      int at = column;
      widths.add(lines.stream().mapToInt(line -> line.get(at).length()).max().orElseThrow());
    }
    return lines.stream().map(line -> aligned(line, widths)).collect(Collectors.joining("\n"));
  }

  /** Writes the rows as an array of objects, one a line. */
  static void write(Path file, List<? extends Record> rows) throws IOException {
    Files.writeString(
        file, rows.stream().map(RecordJson::write).collect(Collectors.joining(",\n ", "[", "]\n")));
  }

  private static String aligned(List<String> line, List<Integer> widths) {
    StringBuilder text = new StringBuilder();
    for (int column = 0; column < line.size(); column++) {
      String cell = line.get(column);
      text.append(column == 0 ? "" : "  ").append(" ".repeat(widths.get(column) - cell.length()));
      text.append(cell);
    }
    return text.toString();
  }

  private static List<String> values(Record row) {
    return components(row).map(component -> value(component, row)).toList();
  }

  private static String value(RecordComponent component, Record row) {
    try {
      return component.getAccessor().invoke(row).toString();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(component + " must be public", e);
    }
  }

  private static Stream<RecordComponent> components(Record row) {
    return Stream.of(row.getClass().getRecordComponents());
  }
}
