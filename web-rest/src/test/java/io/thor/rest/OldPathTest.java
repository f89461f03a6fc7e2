package io.thor.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.thor.cutover.Completions;
import io.thor.cutover.PathAges;
import io.thor.cutover.RestCallers;
import io.thor.message.Topic;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What callers of the old path are counted as, and told. */
class OldPathTest {

  private static final Instant COMPLETE = Instant.parse("2026-01-05T14:30:00Z");

  private final Map<String, Integer> counted = new HashMap<>();
  private final MultivaluedMap<String, Object> headers = new MultivaluedHashMap<>();
  private final OldPath filter = new OldPath();
  private boolean complete;

  OldPathTest() {
    filter.callers = new Callers();
    filter.completions = new CompletionsByHand();
    filter.ages = new PathAges();
    headers.putSingle(StateAnswers.TOPIC, new Topic("vwap", "BTC-USD"));
  }

  private final class Callers extends RestCallers {
    @Override
    public void count(String feature, Optional<String> purpose) {
      counted.merge(feature + " " + purpose.orElse("-"), 1, Integer::sum);
    }
  }

  private final class CompletionsByHand extends Completions {
    @Override
    public Optional<Completion> of(String feature) {
      return complete
          ? Optional.of(new Completion(COMPLETE, COMPLETE.plus(Duration.ofDays(90))))
          : Optional.empty();
    }
  }

  private void answer(String purpose) {
    filter.filter(
        fake(ContainerRequestContext.class, "getHeaderString", purpose),
        fake(ContainerResponseContext.class, "getHeaders", headers));
  }

  private static <T> T fake(Class<T> type, String method, Object value) {
    return type.cast(
        Proxy.newProxyInstance(
            OldPathTest.class.getClassLoader(),
            new Class<?>[] {type},
            (proxy, called, arguments) -> called.getName().equals(method) ? value : null));
  }

  @Test
  void countsByFeatureAndPurpose() {
    answer("parity");
    answer(null);
    answer(null);

    assertEquals(Map.of("intraday parity", 1, "intraday -", 2), counted);
    assertTrue(headers.keySet().stream().noneMatch(List.of("Deprecation", "Sunset")::contains));
  }

  @Test
  void tellsWhenTheOldPathEnds() {
    complete = true;
    answer(null);

    assertEquals("@1767623400", headers.getFirst("Deprecation"));
    assertEquals("Sun, 05 Apr 2026 14:30:00 GMT", headers.getFirst("Sunset"));
  }

  @Test
  void leavesAloneWhatIsNoState() {
    headers.remove(StateAnswers.TOPIC);
    complete = true;
    answer(null);

    assertEquals(Map.of(), counted);
    assertTrue(headers.isEmpty());
  }
}
