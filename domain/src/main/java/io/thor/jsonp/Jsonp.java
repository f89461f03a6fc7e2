package io.thor.jsonp;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;

/**
 * Reads and builds JSON by the one provider, looked up once. The methods of {@link
 * jakarta.json.Json} look it up at every call, in all archives of the server, one thread at a time.
 *
 * <p>Threads: any. Source: {@link JsonProvider#provider()}, which tells its users to keep it.
 */
public final class Jsonp {

  private static final JsonProvider PROVIDER = JsonProvider.provider();

  private Jsonp() {}

  /** An object to be filled. */
  public static JsonObjectBuilder object() {
    return PROVIDER.createObjectBuilder();
  }

  /** An array to be filled. */
  public static JsonArrayBuilder array() {
    return PROVIDER.createArrayBuilder();
  }

  /**
   * Reads a text of any kind of value.
   *
   * <p>Errors: {@link jakarta.json.JsonException} when it is no JSON; also NumberFormatException
   * and UnsupportedOperationException for numbers that no parser takes.
   */
  public static JsonValue read(String text) {
    try (JsonReader reader = PROVIDER.createReader(new StringReader(text))) {
      return reader.readValue();
    }
  }

  /**
   * Reads a text of an object.
   *
   * <p>Errors: as {@link #read}, and JsonException when it is something else.
   */
  public static JsonObject readObject(String text) {
    try (JsonReader reader = PROVIDER.createReader(new StringReader(text))) {
      return reader.readObject();
    }
  }
}
