package io.thor.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Reads with an independent parser what was written. */
class JsonTextTest {

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.oneOf(
        Arbitraries.strings().all(),
        Arbitraries.strings().withCharRange('\0', '\u00ff'),
        Arbitraries.strings().withCharRange('\ud800', '\udfff'),
        Arbitraries.strings().withChars("\"\\/\b\f\n\r\t\u2028\u2029\u007f😀"));
  }

  @Property
  void everyTextParsesBackToItself(@ForAll("texts") String text) {
    String json = new JsonText().beginObject().name("t").text(text).endObject().toString();

    assertEquals(text, parse(throughUtf8(json)).getString("t"));
  }

  @Property
  void everyNameParsesBackToItself(@ForAll("texts") String name) {
    String json = new JsonText().beginObject().name(name).number(1).endObject().toString();

    assertEquals(1, parse(throughUtf8(json)).getInt(name));
  }

  @Property
  void everyDecimalIsPlainAndExact(
      @ForAll BigInteger unscaled, @ForAll @IntRange(min = 0, max = 40) int scale) {
    BigDecimal value = new BigDecimal(unscaled, scale);

    assertEquals(value, written(value));
  }

  @Property
  void whatHasAnExponentIsWrittenOut(
      @ForAll BigInteger unscaled, @ForAll @IntRange(min = 1, max = 40) int exponent) {
    BigDecimal value = new BigDecimal(unscaled, -exponent);

    assertEquals(value.setScale(0), written(value));
  }

  @Property
  void everyWholeNumberIsExact(@ForAll long value) {
    String json = new JsonText().beginObject().name("n").number(value).endObject().toString();

    assertEquals(value, parse(json).getJsonNumber("n").longValueExact());
  }

  @Property
  void listsAreSeparatedByCommas(@ForAll List<Long> values) {
    JsonText json = new JsonText().beginObject().name("a").beginArray();
    values.forEach(value -> json.element().number(value));
    JsonArray parsed = parse(json.endArray().endObject().toString()).getJsonArray("a");

    assertEquals(values, parsed.stream().map(Object::toString).map(Long::valueOf).toList());
  }

  @Test
  void nestsObjectsAndArrays() {
    JsonText json = new JsonText().beginObject();
    json.name("a").beginArray();
    json.element().beginObject().name("x").bool(true).endObject();
    json.element().beginArray().endArray();
    json.element().beginObject().endObject();
    json.endArray().name("b").bool(false).endObject();

    assertEquals("{\"a\":[{\"x\":true},[],{}],\"b\":false}", json.toString());
  }

  @Test
  void escapesWhatCouldBreakAFrame() {
    String json = new JsonText().text("\"\\\n\r\t\u0000\u001f\ud83d").toString();

    assertEquals("\"\\\"\\\\\\n\\r\\t\\u0000\\u001f\\ud83d\"", json);
  }

  private static BigDecimal written(BigDecimal value) {
    String json = new JsonText().beginObject().name("n").number(value).endObject().toString();
    assertFalse(json.contains("E"), json);
    return parse(json).getJsonNumber("n").bigDecimalValue();
  }

  private static String throughUtf8(String json) {
    return new String(json.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
  }

  private static JsonObject parse(String json) {
    try (JsonReader reader = Json.createReader(new StringReader(json))) {
      return reader.readObject();
    }
  }
}
