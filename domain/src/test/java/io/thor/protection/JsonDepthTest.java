package io.thor.protection;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonDepthTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      value = {
        "''                  | 0",
        "7                   | 0",
        "{}                  | 1",
        "[[],[[]]]           | 3",
        "{\"a\":\"[[[[\"}    | 1",
        "{\"a\":\"\\\"[[\"}  | 1",
        "{\"a\\\\\":[[1]]}   | 3",
        "]]]][               | 0",
        "[[[[[               | 5"
      })
  void countsWhatIsOpenOutsideOfTexts(String json, int depth) {
    assertEquals(depth, JsonDepth.of(json));
  }
}
