package io.thor.tests.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Every link within the documents leads somewhere: to a file, a folder or a heading. */
class LinksTest {
  private static final Path ROOT =
      Path.of(System.getProperty("basedir")).toAbsolutePath().getParent();
  private static final Set<String> BUILT = Set.of("target", "node_modules", "dist");
  private static final Pattern CODE = Pattern.compile("(?s)```.*?```|`[^`\n]*`");
  private static final Pattern LINK = Pattern.compile("]\\(([^)\\s]+)\\)");
  private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6} +(.+?) *$");

  @Test
  void leadSomewhere() {
    List<Path> documents = documents();
    assertTrue(documents.size() > 20, documents::toString);
    assertEquals(
        List.of(), documents.stream().flatMap(document -> dead(document).stream()).toList());
  }

  private static List<Path> documents() {
    List<Path> documents = new ArrayList<>();
    try {
      Files.walkFileTree(
          ROOT,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
              String name = folder.getFileName().toString();
              boolean ours = folder.equals(ROOT) || !BUILT.contains(name) && !name.startsWith(".");
              return ours ? FileVisitResult.CONTINUE : FileVisitResult.SKIP_SUBTREE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
              if (file.toString().endsWith(".md")) {
                documents.add(file);
              }
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return documents;
  }

  private static List<String> dead(Path document) {
    Matcher links = LINK.matcher(CODE.matcher(read(document)).replaceAll(""));
    List<String> dead = new ArrayList<>();
    while (links.find()) {
      String link = links.group(1);
      if (!link.contains("://") && !link.startsWith("mailto:") && !isThere(document, link)) {
        dead.add(ROOT.relativize(document) + ": " + link);
      }
    }
    return dead;
  }

  private static boolean isThere(Path document, String link) {
    String[] parts = link.split("#", 2);
    Path target = parts[0].isEmpty() ? document : document.resolveSibling(parts[0]);
    return Files.exists(target) && (parts.length == 1 || anchors(target).contains(parts[1]));
  }

  /** Headings as they are named in links: lower case, without punctuation, hyphens for spaces. */
  private static Set<String> anchors(Path document) {
    return HEADING
        .matcher(read(document))
        .results()
        .map(heading -> heading.group(1).toLowerCase(Locale.ROOT))
        .map(words -> words.replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-'))
        .collect(Collectors.toSet());
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
