package io.thor.tests.documents;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Some commands of a document, and what it shows of that which they print.
 *
 * @param shown in paragraphs
 */
record Step(String commands, List<String> shown) {

  /** Where a reader's own output differs: secrets, omissions, and words with a digit in them. */
  private static final Pattern VARIES =
      Pattern.compile("<(\\d+) characters>|\\.\\.\\.|-?\\w*\\d\\w*(?:\\.\\w*\\d\\w*)*| +");

  Step {
    shown = List.copyOf(shown);
  }

  Step showing(String paragraph) {
    List<String> more = new ArrayList<>(shown);
    more.add(paragraph);
    return new Step(commands, more);
  }

  /** Those lines shown that no line of an output is like. */
  List<String> missingIn(String output) {
    List<String> lines = output.lines().toList();
    return shown.stream()
        .flatMap(String::lines)
        .filter(line -> lines.stream().noneMatch(pattern(line).asMatchPredicate()))
        .toList();
  }

  private static Pattern pattern(String line) {
    Matcher varying = VARIES.matcher(line);
    StringBuilder pattern = new StringBuilder();
    int end = 0;
    while (varying.find()) {
      pattern.append(Pattern.quote(line.substring(end, varying.start())));
      pattern.append(likeness(varying));
      end = varying.end();
    }
    return Pattern.compile(pattern.append(Pattern.quote(line.substring(end))).toString());
  }

  private static String likeness(Matcher varying) {
    if (varying.group(1) != null) {
      return "[\\w-]{" + varying.group(1) + "}";
    }
    return switch (varying.group().charAt(0)) {
      case '.' -> ".*";
      case ' ' -> " +";
      default -> "-?\\w+(?:\\.\\w+)*";
    };
  }
}
