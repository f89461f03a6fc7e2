package io.thor.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Every command line of {@code thorctl} that a document shows is one that it takes. */
class DocumentedCommandsTest {

  private static final Path ROOT = Path.of("..");
  private static final String PROGRAM = "(?:\\./thor ctl|thorctl) ";

  /** A line of an indented block, or what stands between backquotes. */
  private static final Pattern SHOWN =
      Pattern.compile(
          "(?m)^ {4,}(?:[A-Z_]+=\\S+ )*" + PROGRAM + "([a-z].*)$|`" + PROGRAM + "([a-z][^`]*)`");

  private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");

  @Test
  void areTaken() {
    List<String> shown = documents().flatMap(DocumentedCommandsTest::commands).toList();
    assertTrue(shown.size() > 40, shown::toString);

    assertEquals(List.of(), shown.stream().flatMap(command -> refusal(command)).toList());
  }

  private static Stream<String> refusal(String command) {
    String[] words = words(command);
    CommandLine program =
        Thorctl.commandLine(
            new Surroundings(Map.of(), question -> Optional.empty(), time -> false));
    if (isName(program, words)) {
      return Stream.empty();
    }
    try {
      program.parseArgs(words);
      return Stream.empty();
    } catch (ParameterException e) {
      return Stream.of(command + ": " + e.getMessage());
    }
  }

  /** Whether a text only speaks of a command, without saying what for. */
  private static boolean isName(CommandLine program, String... words) {
    CommandLine named = program;
    for (String word : words) {
      named = named.getSubcommands().get(word);
      if (named == null) {
        return false;
      }
    }
    return true;
  }

  private static String[] words(String command) {
    List<String> words = new ArrayList<>();
    Matcher matcher = WORD.matcher(command.replaceAll(" [>|] ?.*", ""));
    while (matcher.find()) {
      words.add(matcher.group(1) == null ? matcher.group(2) : matcher.group(1));
    }
    return words.toArray(String[]::new);
  }

  private static Stream<String> commands(Path document) {
    try {
      return SHOWN
          .matcher(Files.readString(document))
          .results()
          .map(shown -> shown.group(1) == null ? shown.group(2) : shown.group(1));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<Path> documents() {
    try (Stream<Path> files = Files.walk(ROOT.resolve("docs"))) {
      List<Path> guides = files.filter(file -> file.toString().endsWith(".md")).toList();
      return Stream.concat(
          Stream.of(ROOT.resolve("README.md"), ROOT.resolve("SECURITY.md")), guides.stream());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
