package io.thor.cutover;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Starts and operators in any order. */
class EnvironmentFlagPropertyTest {

  /** A start with a value of the environment, or, with a stage, an operator's choice. */
  record Event(boolean value, boolean mayPromote, Optional<Stage> chosen) {}

  @Provide
  Arbitrary<List<Event>> histories() {
    return Combinators.combine(
            Arbitraries.of(true, false),
            Arbitraries.of(true, false),
            Arbitraries.of(Stage.class).optional())
        .as(Event::new)
        .list()
        .ofMaxSize(12);
  }

  @Property
  void onlyAChangeOfTheValueMovesAStage(@ForAll("histories") List<Event> history) {
    Installation installation = new Installation();
    for (Event event : history) {
      if (event.chosen().isPresent() && installation.stage().isPresent()) {
        installation.operate(event.chosen().get());
      } else {
        Optional<Stage> before = installation.stage();
        boolean changed = !installation.lastValue().equals(Optional.of(event.value()));
        installation.start(event.value(), event.mayPromote());
        assertAllowed(event, changed, before, installation.stage().orElseThrow());
      }
    }
  }

  private static void assertAllowed(
      Event start, boolean changed, Optional<Stage> before, Stage after) {
    if (before.isEmpty()) {
      assertEquals(start.value() && start.mayPromote() ? Stage.LIVE : Stage.SHADOW, after);
    } else if (!changed) {
      assertEquals(before.get(), after, "an unchanged value moved the stage");
    } else if (start.value()) {
      assertTrue(after.compareTo(before.get()) >= 0, "true lowered the stage");
      assertTrue(start.mayPromote() || after == before.get(), "a wish raised the stage");
      assertTrue(!start.mayPromote() || after.compareTo(Stage.LIVE) >= 0, "true was not obeyed");
    } else {
      assertTrue(after.compareTo(before.get()) <= 0, "false raised the stage");
      assertTrue(after.compareTo(Stage.SHADOW) <= 0, "false was not obeyed");
    }
  }

  @Property
  void restartsInBetweenChangeNothing(@ForAll("histories") List<Event> history) {
    Installation once = new Installation();
    Installation restarted = new Installation();
    for (Event event : history) {
      replay(once, event);
      replay(restarted, event);
      restarted.lastValue().ifPresent(value -> restarted.start(value, true));
    }

    assertEquals(once.stage(), restarted.stage());
  }

  private static void replay(Installation installation, Event event) {
    if (event.chosen().isEmpty()) {
      installation.start(event.value(), event.mayPromote());
    } else if (installation.stage().isPresent()) {
      installation.operate(event.chosen().get());
    }
  }
}
