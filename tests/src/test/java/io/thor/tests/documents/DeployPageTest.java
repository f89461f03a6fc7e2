package io.thor.tests.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What docs/operators/deploy.md takes from Maven Central is what the tests run on. */
class DeployPageTest {

  private static final Path ROOT = Path.of("..");
  private static final Pattern TAKEN = Pattern.compile("-Dartifact=[\\w.]+:[\\w-]+:([\\w.-]+)");
  private static final Pattern PINNED =
      Pattern.compile(
          "<(?:payara\\.server|wildfly|openliberty|glassfish|postgresql|h2)\\.version>([^<]+)<");

  @Test
  void takesThePinnedVersions() throws IOException {
    Set<String> pinned = found(PINNED, "pom.xml");
    assertEquals(6, pinned.size(), pinned::toString);

    assertEquals(pinned, found(TAKEN, "docs/operators/deploy.md"));
  }

  private static Set<String> found(Pattern version, String file) throws IOException {
    return version
        .matcher(Files.readString(ROOT.resolve(file)))
        .results()
        .map(match -> match.group(1))
        .collect(Collectors.toSet());
  }
}
