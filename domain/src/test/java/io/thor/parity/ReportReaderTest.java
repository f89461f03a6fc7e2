package io.thor.parity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.thor.message.Topic;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportReaderTest {

  private static final Topic OWN = new Topic("positions", "ACC-1001");
  private static final String CASE =
      "{'verdict':'MISMATCH','certainty':'CONFIRMED','topic':'positions:ACC-1001','epoch':'k7',"
          + "'seq':42,'differences':[{'path':'/x','stream':1,'rest':2,'critical':true}]}";

  private final ReportReader reader = new ReportReader(OWN::equals);

  private static JsonObject json(String text) {
    try (JsonReader from = Json.createReader(new StringReader(text.replace('\'', '"')))) {
      return from.readObject();
    }
  }

  @Test
  void readsWhatThorsOwnPageSends() {
    PageReport report =
        reader.read(
            json(
                "{'feature':'positions','comparisons':121,'counts':{'EQUAL':118,'UNDECIDED':2,"
                    + "'MISMATCH':1,'NEWER':7},'self_test':{'runs':0,'seen':0},'cases':["
                    + CASE
                    + "],'watched_ms':10000,'stale_ms':500}"));

    assertEquals(
        Map.of(Verdict.EQUAL, 118L, Verdict.UNDECIDED, 2L, Verdict.MISMATCH, 1L), report.counts());
    assertEquals(Duration.ofMillis(500), report.stale());
    assertEquals(1, report.faults());
    assertEquals(1, report.confirmed(Verdict.MISMATCH));
    assertTrue(report.cases().get(0).words().contains("/x"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "feature | {'feature':'quotes','counts':{}}",
        "counts | {'feature':'positions'}",
        "EQUAL | {'feature':'positions','counts':{'EQUAL':-1}}",
        "EQUAL | {'feature':'positions','counts':{'EQUAL':1.5}}",
        "EQUAL | {'feature':'positions','counts':{'EQUAL':1e30}}",
        "stale_ms | {'feature':'positions','counts':{},'watched_ms':10,'stale_ms':11}",
        "cases | {'feature':'positions','counts':{},'cases':[1,2,3,4,5,6]}",
        "cases | {'feature':'positions','counts':{},'cases':[1]}"
      })
  void namesTheFieldThatCannotBe(String field, String report) {
    String message =
        assertThrows(InvalidReportException.class, () -> reader.read(json(report))).getMessage();
    assertTrue(message.startsWith(field + " is "), message);
  }

  @ParameterizedTest
  @CsvSource({
    "positions:ACC-1001, positions:ACC-1002, topic",
    "positions:ACC-1001, nonsense, topic",
    "MISMATCH, EQUAL, verdict",
    "k7, an-epoch-that-is-too-long, epoch"
  })
  void refusesACaseThatCannotBe(String right, String wrong, String field) {
    String report =
        "{'feature':'positions','counts':{},'cases':[" + CASE.replace(right, wrong) + "]}";
    String message =
        assertThrows(InvalidReportException.class, () -> reader.read(json(report))).getMessage();
    assertTrue(message.startsWith(field + " is "), message);
  }
}
