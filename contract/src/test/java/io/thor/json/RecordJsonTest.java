package io.thor.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RecordJsonTest {

  /** Never a member. */
  @JsonSkip
  public record Hidden(String secret) {}

  public record Names(
      int plain, int twoWords, int day2Close, int pnlPercentOf10, @JsonName("final") int isFinal) {}

  public record Kinds(
      BigDecimal decimal,
      long whole,
      boolean flag,
      ChronoUnit constant,
      Instant instant,
      OffsetDateTime local,
      LocalDate date) {}

  public record Absent(Optional<String> first, Optional<Long> second, Hidden third, int last) {}

  public record Nested(Names names, List<List<Integer>> lists, Map<String, List<Names>> maps) {}

  public record Failing(int value) {
    @Override
    public int value() {
      throw new IllegalStateException("unreadable");
    }
  }

  record NotPublic(int value) {}

  private static final Names NAMES = new Names(1, 2, 3, 4, 5);
  private static final String NAMES_JSON =
      "{\"plain\":1,\"two_words\":2,\"day2_close\":3,\"pnl_percent_of10\":4,\"final\":5}";

  @Test
  void namesAreSnakeCaseInTheOrderOfTheComponents() {
    assertEquals(NAMES_JSON, RecordJson.write(NAMES));
  }

  @Test
  void writesEachKindOfValue() {
    Kinds kinds =
        new Kinds(
            new BigDecimal("1E-8"),
            Long.MIN_VALUE,
            true,
            ChronoUnit.HALF_DAYS,
            Instant.parse("2026-01-05T14:30:00Z"),
            OffsetDateTime.parse("2026-01-05T23:30:00+09:00"),
            LocalDate.of(2026, 1, 5));

    assertEquals(
        "{\"decimal\":0.00000001,\"whole\":-9223372036854775808,\"flag\":true,"
            + "\"constant\":\"HalfDays\",\"instant\":\"2026-01-05T14:30:00Z\","
            + "\"local\":\"2026-01-05T23:30:00+09:00\",\"date\":\"2026-01-05\"}",
        RecordJson.write(kinds));
  }

  @Test
  void whatIsAbsentOrSkippedIsNoMember() {
    assertEquals(
        "{\"last\":1}",
        RecordJson.write(new Absent(Optional.empty(), Optional.empty(), new Hidden("x"), 1)));
    assertEquals(
        "{\"first\":\"\",\"second\":0,\"last\":1}",
        RecordJson.write(new Absent(Optional.of(""), Optional.of(0L), new Hidden("x"), 1)));
  }

  @Test
  void nestsRecordsListsAndMaps() {
    Map<String, List<Names>> maps = new LinkedHashMap<>();
    maps.put("Key As Given", List.of(NAMES, NAMES));
    maps.put("none", List.of());

    assertEquals(
        "{\"names\":%s,\"lists\":[[1,2],[],[3]],\"maps\":{\"Key As Given\":[%s,%s],\"none\":[]}}"
            .formatted(NAMES_JSON, NAMES_JSON, NAMES_JSON),
        RecordJson.write(new Nested(NAMES, List.of(List.of(1, 2), List.of(), List.of(3)), maps)));
  }

  @Test
  void continuesAText() {
    JsonText json = new JsonText().beginObject().name("a");
    RecordJson.write(json, new Absent(Optional.empty(), Optional.empty(), new Hidden("x"), 1));
    json.name("b").number(2).endObject();

    assertEquals("{\"a\":{\"last\":1},\"b\":2}", json.toString());
  }

  @Test
  void anAccessorsFailureReachesTheCaller() {
    assertEquals(
        "unreadable",
        assertThrows(IllegalStateException.class, () -> RecordJson.write(new Failing(1)))
            .getMessage());
  }

  @Test
  void aRecordThatIsNotPublicIsRefused() {
    String message =
        assertThrows(IllegalStateException.class, () -> RecordJson.write(new NotPublic(1)))
            .getMessage();
    assertTrue(message.endsWith("must be public"), message);
  }
}
