package io.thor.parity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonReader;
import jakarta.json.JsonStructure;
import java.io.StringReader;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Any two values: the patch between them, and the comparator's proof that it sees. */
class ValuePropertyTest {

  private static final Instant NOW = Instant.parse("2026-01-05T14:30:00Z");
  private static final SelfTest SELF_TEST = new SelfTest(ComparisonRules.DEFAULTS, "positions");

  @Provide
  Arbitrary<Value> documents() {
    return fields(values(3));
  }

  private static Arbitrary<Value> values(int depth) {
    Arbitrary<Value> leaves =
        Arbitraries.oneOf(
            Arbitraries.of("", "a", "OPEN", "\"~/\u00e9", "BTC-USD").map(Value.Text::new),
            Arbitraries.bigDecimals().ofScale(4).map(Value.Number::new),
            Arbitraries.of(true, false).map(Value.Flag::new),
            Arbitraries.just(Value.NULL));
    if (depth == 0) {
      return leaves;
    }
    Arbitrary<Value> below = values(depth - 1);
    Arbitrary<Value> rows = below.list().ofMaxSize(4).map(Value.Rows::new);
    return Arbitraries.oneOf(leaves, rows, fields(below));
  }

  private static Arbitrary<Value> fields(Arbitrary<Value> members) {
    return Arbitraries.maps(Arbitraries.of("a", "b/c", "~", "cash", "symbol", ""), members)
        .ofMaxSize(4)
        .map(Value.Fields::new);
  }

  @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
  void aPatchMakesOneOfTheOther(
      @ForAll("documents") Value before, @ForAll("documents") Value after) {
    JsonStructure patched =
        Json.createPatch(read(JsonPatch.between(before, after).json()).asJsonArray())
            .apply(read(before.json()));

    assertEquals(after, Values.of(patched));
  }

  @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
  void nothingIsPatchedBetweenEquals(@ForAll("documents") Value value) {
    assertEquals("[]", JsonPatch.between(value, value).json());
    assertEquals(value, Values.of(read(value.json())));
  }

  @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
  void everyCorruptionIsSeen(@ForAll("documents") Value value, @ForAll long choice) {
    assertTrue(SELF_TEST.sees(value, choice, NOW));
  }

  @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
  void aValueIsEqualToItself(@ForAll("documents") Value value) {
    assertEquals(
        List.of(),
        new Comparison(ComparisonRules.DEFAULTS, "positions", NOW).differences(value, value));
  }

  @Test
  void aPatchReadsLikeTheStandard() {
    Value before = new Value.Fields(Map.of("cash", new Value.Number(new BigDecimal("100.00"))));
    Value after = new Value.Fields(Map.of("cash", new Value.Number(new BigDecimal("100.01"))));

    assertEquals(
        "[{\"op\":\"replace\",\"path\":\"/cash\",\"value\":100.01}]",
        JsonPatch.between(before, after).json());
  }

  @Test
  void oneComparisonInAThousandIsTested() {
    assertEquals(3, LongStream.rangeClosed(1, 3999).filter(SelfTest::isDue).count());
  }

  private static JsonStructure read(String json) {
    try (JsonReader reader = Json.createReader(new StringReader(json))) {
      return reader.read();
    }
  }
}
