package io.thor.jsonp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonpTest {

  @Test
  void readsWhatItBuilds() {
    JsonObject built =
        Jsonp.object().add("price", 1).add("rows", Jsonp.array().add("a").addNull()).build();

    assertEquals("{\"price\":1,\"rows\":[\"a\",null]}", built.toString());
    assertEquals(built, Jsonp.readObject(built.toString()));
    assertEquals(built, Jsonp.read(built.toString()));
  }

  @Test
  void readsValuesThatAreNoObject() {
    assertEquals(JsonValue.TRUE, Jsonp.read("true"));
    assertThrows(JsonException.class, () -> Jsonp.readObject("[]"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "{\"a\":1", "nothing"})
  void refusesWhatIsNoJson(String text) {
    assertThrows(JsonException.class, () -> Jsonp.read(text));
  }
}
