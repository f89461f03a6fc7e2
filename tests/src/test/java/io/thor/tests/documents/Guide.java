package io.thor.tests.documents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A document as its reader follows it: sections of indented paragraphs, each of which is either
 * commands or what those before it print.
 */
public record Guide(String text) {
  private static final Path ROOT = Path.of("..");
  private static final Pattern PARAGRAPH = Pattern.compile("(?m)(?:^ {4}.*\\n)+");
  private static final Pattern BLOCK = Pattern.compile("(?m)(?:^ {4}.*\\n|^\\n(?= {4}))+");
  private static final Pattern COMMANDS =
      Pattern.compile(
          "^(?:[A-Z_]+=|(?:export|until|cat|cp|curl|java|mkdir|mvn|psql|rm|\\./thor|\\$\\w+/\\S+) )");

  /** Reads a document of the project. */
  public static Guide page(String name) {
    try {
      return new Guide(Files.readString(ROOT.resolve(name)));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + name, e);
    }
  }

  /**
   * The document with something of the reader's own, such as a password, in the place of an
   * example.
   */
  Guide with(String example, String own) {
    if (!text.contains(example)) {
      throw new IllegalArgumentException("the document has no " + example);
    }
    return new Guide(text.replace(example, own));
  }

  /**
   * The steps of a section, in their order.
   *
   * <p>Errors: IllegalArgumentException when there is no such section, or none in it.
   */
  List<Step> steps(String section) {
    List<Step> steps = new ArrayList<>();
    for (String paragraph : paragraphs(section)) {
      if (COMMANDS.matcher(paragraph).find()) {
        steps.add(new Step(paragraph, List.of()));
      } else if (!steps.isEmpty()) {
        steps.add(steps.remove(steps.size() - 1).showing(paragraph));
      }
    }
    if (steps.isEmpty()) {
      throw new IllegalArgumentException("section '" + section + "' has no commands");
    }
    return steps;
  }

  /**
   * The text below a heading, up to the next.
   *
   * <p>Errors: IllegalArgumentException when there is no such heading.
   */
  String section(String title) {
    Matcher section =
        Pattern.compile("(?ms)^#+ " + Pattern.quote(title) + "$(.*?)(?=^#|\\z)").matcher(text);
    if (!section.find()) {
      throw new IllegalArgumentException("the document has no section '" + title + "'");
    }
    return section.group(1);
  }

  /**
   * The indented lines around a text, with the empty ones between them.
   *
   * <p>Errors: IllegalArgumentException when no indented line has the text.
   */
  String block(String part) {
    return BLOCK
        .matcher(text)
        .results()
        .map(MatchResult::group)
        .filter(block -> block.contains(part))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("the document shows no '" + part + "'"));
  }

  /** All that is indented in a section, such as one configuration, as one text. */
  public String indented(String section) {
    return String.join("\n", paragraphs(section));
  }

  private List<String> paragraphs(String section) {
    return PARAGRAPH
        .matcher(section(section))
        .results()
        .map(paragraph -> paragraph.group().replaceAll("(?m)^ {4}", ""))
        .toList();
  }
}
