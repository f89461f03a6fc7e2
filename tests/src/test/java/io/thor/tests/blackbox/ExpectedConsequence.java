package io.thor.tests.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import jakarta.json.JsonObject;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * A fault of a feature, and what has to become of it.
 *
 * @param verdict what it has to be called, once it was found
 */
record ExpectedConsequence(
    String feature, Supplier<String> verdict, String verb, String overlay, TimedFault fault) {
  private static final System.Logger LOGGER = System.getLogger(ExpectedConsequence.class.getName());
  private static final Duration LIMIT = Duration.ofSeconds(15);

  /**
   * It came in time, and is audited with its evidence.
   *
   * @param seen when the overlay was seen
   * @param before the stage before the fault
   */
  void assertCame(CutoverClient cutover, Optional<Instant> seen, String before) {
    JsonObject state = cutover.stage(feature);
    Instant faulty =
        fault
            .since()
            .orElseGet(() -> fail("nothing was falsified: " + this + ", but it is " + state));
    assertEquals(
        overlay, state.getString("overlay", ""), () -> this + ": " + cutover.evidence(feature));
    assertEquals(
        verb.equals("pause") ? before : "SHADOW", state.getString("stage"), this::toString);
    Duration took = Duration.between(faulty, seen.orElseThrow());
    LOGGER.log(Level.INFO, "{0} of {1} after {2}", verdict.get(), feature, took);
    assertTrue(took.compareTo(LIMIT) <= 0, () -> this + " took " + took);
    JsonObject entry = cutover.lastEntry(feature);
    assertEquals(verb, entry.getString("verb"));
    assertEquals("parity", entry.getJsonObject("actor").getString("name"));
    assertTrue(entry.getString("evidence").startsWith(verdict.get()), entry::toString);
    if (!verdict.get().equals("REST_DOWN")) {
      assertSampled(cutover.evidence(feature));
    }
  }

  private void assertSampled(JsonObject evidence) {
    Predicate<JsonObject> confirmed =
        sample ->
            sample.getString("verdict").equals(verdict.get())
                && sample.getString("result").equals("CONFIRMED");
    assertTrue(
        evidence.getJsonArray("samples").getValuesAs(JsonObject.class).stream().anyMatch(confirmed),
        evidence::toString);
  }

  @Override
  public String toString() {
    return "%s of %s, which has to %s".formatted(verdict.get(), feature, verb);
  }
}
