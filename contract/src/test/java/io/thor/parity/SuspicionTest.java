package io.thor.parity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class SuspicionTest {

  private static final Instant NOW = Instant.parse("2026-01-05T14:30:00Z");

  private static Finding finding(Verdict verdict, Difference... differences) {
    return new Finding("positions:ACC-1001", "k7", 1, verdict, List.of(differences));
  }

  @TestFactory
  Stream<DynamicTest> isConfirmedAsTheFileSays() throws IOException {
    return GoldenFiles.cases(GoldenFiles.read("confirmation")).stream()
        .map(each -> DynamicTest.dynamicTest(each.getString("name"), () -> assertConfirmed(each)));
  }

  private static void assertConfirmed(JsonObject golden) {
    Suspicion suspicion = new Suspicion(finding(Verdict.valueOf(golden.getString("first"))), NOW);
    for (String verdict : golden.getJsonArray("repolls").getValuesAs(JsonString::getString)) {
      suspicion.repolled(finding(Verdict.valueOf(verdict)), NOW);
    }
    assertEquals(
        golden.getString("result"), suspicion.result().map(Suspicion.Result::name).orElse(""));
  }

  @TestFactory
  Stream<DynamicTest> aFeatureIsStalledAsTheFileSays() throws IOException {
    return GoldenFiles.cases(GoldenFiles.read("stalled")).stream()
        .map(each -> DynamicTest.dynamicTest(each.getString("name"), () -> assertStalled(each)));
  }

  private static void assertStalled(JsonObject golden) {
    List<Finding> moved =
        golden.getJsonArray("moved").getValuesAs(JsonString::getString).stream()
            .map(verdict -> finding(Verdict.valueOf(verdict)))
            .toList();
    assertEquals(
        golden.getBoolean("stalled"),
        FeatureFindings.isStalled(moved, golden.getBoolean("heartbeat")));
  }

  @Test
  void pollsASecondApartUntilItIsDecided() {
    Suspicion suspicion = new Suspicion(finding(Verdict.MISMATCH), NOW);
    assertEquals(Optional.of(NOW.plusSeconds(1)), suspicion.nextPoll());
    assertEquals(Action.NONE, suspicion.action());

    suspicion.repolled(finding(Verdict.MISMATCH), NOW.plusSeconds(1));
    assertEquals(Optional.of(NOW.plusSeconds(2)), suspicion.nextPoll());

    suspicion.repolled(finding(Verdict.MISMATCH), NOW.plusSeconds(2));
    assertEquals(Optional.empty(), suspicion.nextPoll());
    assertEquals(Action.ROLL_BACK, suspicion.action());
  }

  @Test
  void whatDidNotLastAsksForNothing() {
    Suspicion suspicion = new Suspicion(finding(Verdict.LOST), NOW);
    suspicion.repolled(finding(Verdict.EQUAL), NOW);

    assertEquals(Action.NONE, suspicion.action());
  }

  @Test
  void aConfirmedDifferenceInNoCriticalFieldAsksForNothing() {
    Difference harmless =
        new Difference("/timestamp", Optional.empty(), Optional.of(Value.NULL), false);
    Suspicion suspicion = new Suspicion(finding(Verdict.MISMATCH, harmless), NOW);
    suspicion.repolled(finding(Verdict.MISMATCH), NOW);
    suspicion.repolled(finding(Verdict.MISMATCH), NOW);

    assertEquals(Optional.of(Suspicion.Result.CONFIRMED), suspicion.result());
    assertEquals(Action.NONE, suspicion.action());
  }

  @Test
  void onlyAFaultIsSuspected() {
    assertThrows(
        IllegalArgumentException.class, () -> new Suspicion(finding(Verdict.UNDECIDED), NOW));
  }
}
