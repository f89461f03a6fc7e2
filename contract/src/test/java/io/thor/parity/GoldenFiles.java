package io.thor.parity;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;

/** The cases that the browser's comparator is held against as well. */
final class GoldenFiles {

  private GoldenFiles() {}

  static JsonObject read(String name) throws IOException {
    String path = "/parity/" + name + ".json";
    try (InputStream in = GoldenFiles.class.getResourceAsStream(path);
        JsonReader reader = Json.createReader(Objects.requireNonNull(in, path + " is missing"))) {
      return reader.readObject();
    }
  }

  static List<JsonObject> cases(JsonObject file) {
    return file.getJsonArray("cases").getValuesAs(JsonObject.class);
  }
}
