package io.thor.tests.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.thor.tests.server.Await;
import io.thor.tests.server.FreePorts;
import io.thor.tests.server.FreshClone;
import io.thor.tests.server.Starts;
import io.thor.tests.server.Terminal;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Follows docs/quick-start.md from its start to its end: what it says to type, and what is to come.
 */
@EnabledIfSystemProperty(named = "thor.test.server", matches = "micro")
class QuickStartIT {
  /** Without its optimizing compiler a JVM takes most of a second for the usual rounds. */
  private static final String QUICK = "--set thor.security.password-rounds=1000";

  private static final String READY = "stop it with Ctrl-C";
  private static final Duration LIMIT = Duration.ofMinutes(2);

  private final String port = String.valueOf(FreePorts.one());
  private final Guide guide =
      Guide.page("docs/quick-start.md")
          .with("./thor run", "./thor run --port " + port + " " + QUICK)
          .with("8080", port);

  private final FreshClone clone = new FreshClone();
  private final Terminal first = clone.terminal("first", Map.of());
  private final Terminal second =
      clone.terminal("second", Map.of("THOR_URL", "http://127.0.0.1:" + port));

  @AfterEach
  void close() {
    clone.close();
  }

  @Test
  void leadsToTheFirstMessage() {
    Step start = step("Start", 0);
    run(start);
    awaitShown(start, first::printed);

    follow(step("Ask whether it is ready", 0));
    follow(step("Sign in", 0));
    second.run(step("Sign in", 1).commands());
    follow(step("The same by REST", 0));
    follow(step("Move a feature", 0));

    Step listen = step("The first message", 0);
    second.begin(listen.commands());
    awaitShown(listen, second::printed);
  }

  /** Three starts, which is long. */
  @Test
  @Tag("guide")
  @Tag("long")
  void movesAFeatureByAFlagAndTakesItBack() {
    run(step("Start", 0));
    follow(step("Move a feature", 0));
    restart(step("Move a feature", 1));
    follow(step("Move a feature", 2));
    restart(step("Move a feature", 3));
    follow(step("Move a feature", 4));
    first.interrupt();

    second.run(step("Stop and reset", 0).commands());
    assertTrue(Files.notExists(clone.root().resolve(".thor")), "the data directory is still there");
  }

  private void restart(Step start) {
    first.interrupt();
    run(start);
  }

  private void run(Step start) {
    Starts.inTurn(
        () -> {
          first.begin(start.commands());
          first.awaitPrint(READY);
        });
  }

  private Step step(String section, int number) {
    return guide.steps(section).get(number);
  }

  /** Again where it has not come yet, for some of it comes with the market alone. */
  private void follow(Step step) {
    awaitShown(step, () -> second.ask(step.commands()));
  }

  private static void awaitShown(Step step, Supplier<String> printed) {
    AtomicReference<String> last = new AtomicReference<>();
    Await.until(
        () -> {
          last.set(printed.get());
          return step.missingIn(last.get()).isEmpty();
        },
        LIMIT);
    assertEquals(List.of(), step.missingIn(last.get()), last.get());
  }
}
