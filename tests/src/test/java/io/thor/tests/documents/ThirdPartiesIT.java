package io.thor.tests.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

/** The list of third parties and the bill of materials are those of the archive, with versions. */
class ThirdPartiesIT {

  private static final Path EAR = Path.of(System.getProperty("thor.test.ear", ""));
  private static final Path BILL = EAR.resolveSibling("thor-sbom.json");
  private static final Path PAGE = Path.of("..", "docs", "third-parties.md");
  private static final Pattern ROW = Pattern.compile("(?m)^\\| `([^`]+)` \\| (\\S+) \\|");
  private static final Set<String> OWN = Set.of("contract", "domain");

  @Test
  void areThoseOfTheArchive() throws IOException {
    Map<String, String> listed =
        ROW.matcher(Files.readString(PAGE))
            .results()
            .collect(
                Collectors.toMap(
                    row -> row.group(1), row -> row.group(2), (a, b) -> b, TreeMap::new));

    assertEquals(contained(), listed);
  }

  @Test
  void areThoseOfTheBillOfMaterials() throws IOException {
    assertTrue(Files.exists(BILL), BILL + " is missing: a build that is offline makes none");
    Map<String, String> billed = new TreeMap<>();
    for (JsonObject component : components()) {
      if (!component.getString("group").equals("io.thor")) {
        String name = component.getString("name");
        billed.put(name, component.getString("version"));
        assertFalse(component.getJsonArray("licenses").isEmpty(), name);
        assertFalse(component.getJsonArray("hashes").isEmpty(), name);
      }
    }

    assertEquals(contained(), billed);
  }

  private static List<JsonObject> components() throws IOException {
    try (JsonReader bill = Json.createReader(Files.newInputStream(BILL))) {
      return bill.readObject().getJsonArray("components").getValuesAs(JsonObject.class);
    }
  }

  private static Map<String, String> contained() throws IOException {
    Map<String, String> versions = new TreeMap<>();
    try (ZipInputStream ear = new ZipInputStream(Files.newInputStream(EAR))) {
      for (ZipEntry entry = ear.getNextEntry(); entry != null; entry = ear.getNextEntry()) {
        String name = entry.getName();
        if (name.startsWith("lib/") && name.endsWith(".jar")) {
          String jar = name.substring("lib/".length(), name.length() - ".jar".length());
          if (!OWN.contains(jar)) {
            versions.put(jar, version(jar, ear));
          }
        }
      }
    }
    return versions;
  }

  /** What Maven has written into the jar; a jar that contains others has several. */
  private static String version(String artifact, InputStream jar) throws IOException {
    ZipInputStream entries = new ZipInputStream(jar);
    for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
      if (entry.getName().endsWith("/" + artifact + "/pom.properties")) {
        Properties properties = new Properties();
        properties.load(entries);
        return properties.getProperty("version");
      }
    }
    return "unknown";
  }
}
