package io.thor.market;

import java.util.ArrayList;
import java.util.List;

/**
 * One {@code [section]} of a calendar file with the lines that follow its {@code source}.
 *
 * @param words what stands between the brackets
 */
record CalendarSection(CalendarLine header, List<String> words, List<CalendarLine> lines) {

  private static final String SOURCE = "source ";

  String kind() {
    return words.get(0);
  }

  /** What stands behind the kind, after checking how much that is. */
  List<String> arguments(int count, String form) {
    if (words.size() != count + 1) {
      throw header.error(header.text(), "is not of the form " + form, "write it so");
    }
    return words.subList(1, words.size());
  }

  /** Cuts a file into sections; leaves out comments and blank lines. */
  static List<CalendarSection> split(String file, List<String> text) {
    List<List<CalendarLine>> groups = new ArrayList<>();
    for (int i = 0; i < text.size(); i++) {
      CalendarLine line = new CalendarLine(file, i + 1, text.get(i).strip());
      if (line.text().startsWith("[")) {
        groups.add(new ArrayList<>());
      }
      if (!line.text().isEmpty() && !line.text().startsWith("#")) {
        if (groups.isEmpty()) {
          throw line.error(line.text(), "stands before the first section", "begin with [venue]");
        }
        groups.get(groups.size() - 1).add(line);
      }
    }
    return groups.stream().map(CalendarSection::of).toList();
  }

  private static CalendarSection of(List<CalendarLine> group) {
    CalendarLine header = group.get(0);
    String text = header.text();
    if (!text.endsWith("]") || text.substring(1, text.length() - 1).isBlank()) {
      throw header.error(text, "is not a section", "write it as [venue]");
    }
    if (group.size() < 2 || !group.get(1).text().startsWith(SOURCE)) {
      throw header.error(
          text, "does not say where it comes from", "let a line 'source <notice>' follow it");
    }
    String[] words = text.substring(1, text.length() - 1).strip().split("\\s+");
    return new CalendarSection(header, List.of(words), List.copyOf(group.subList(2, group.size())));
  }
}
