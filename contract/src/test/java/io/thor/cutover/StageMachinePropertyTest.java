package io.thor.cutover;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsCoverage;
import net.jqwik.api.statistics.StatisticsReport;

/** Orders, crashes, old reads, starts, disagreements and outages in any order. */
class StageMachinePropertyTest {

  /** Something that happens, with its words for the report of a failure. */
  record Event(String words, Consumer<World> effect) {
    @Override
    public String toString() {
      return words;
    }
  }

  @Property(tries = 3000)
  @StatisticsReport(StatisticsReport.StatisticsReportMode.OFF)
  void nothingRaisesAStageButAGateOrAnExplicitOrderAndARollbackAlwaysSucceeds(
      @ForAll boolean secondPerson,
      @ForAll("histories") List<Event> history,
      @ForAll("steps") Step to) {
    World world = new World(secondPerson);
    history.forEach(event -> event.effect().accept(world));
    Statistics.label("highest stage").collect(world.highest()).coverage(this::everyStageIsReached);
    world.rollBack(to);
  }

  /** Else the property would say little. */
  private void everyStageIsReached(StatisticsCoverage coverage) {
    for (Stage stage : Stage.values()) {
      if (stage != Stage.OFF) {
        coverage.check(stage).percentage(share -> share > 0.5);
      }
    }
  }

  @Provide
  Arbitrary<List<Event>> histories() {
    return Arbitraries.frequencyOf(
            Tuple.of(4, orders()),
            Tuple.of(10, advances()),
            Tuple.of(1, rollbacks()),
            Tuple.of(2, crashesAndOldReads()),
            Tuple.of(2, starts()),
            Tuple.of(1, secondNodes()),
            Tuple.of(3, surroundings()))
        .list()
        .ofMaxSize(60);
  }

  @Provide
  Arbitrary<Step> steps() {
    return Arbitraries.of(
        Step.OFF,
        Step.SHADOW,
        Step.canary(new Canary.Accounts(Set.of("ACC-1"))),
        Step.canary(new Canary.Accounts(Set.of("ACC-1", "ACC-2"))),
        Step.canary(1),
        Step.canary(5),
        Step.canary(25),
        Step.canary(50),
        Step.LIVE,
        Step.COMPLETE);
  }

  private Arbitrary<Command> commands() {
    return Arbitraries.oneOf(
        steps().optional().map(Command.Advance::new),
        steps().map(Command.Rollback::new),
        Arbitraries.of(
            new Command.Approve(),
            new Command.Acknowledge(),
            new Command.Pause(),
            new Command.Resume(),
            new Command.Kill()));
  }

  private Arbitrary<Event> orders() {
    return Combinators.combine(
            commands(), Arbitraries.of(0, 1), Arbitraries.of(0L, 0L, 0L, 1L, -1L))
        .as(
            (command, person, ago) ->
                new Event(
                    "person " + person + " orders " + command + ", seen " + ago + " ago",
                    world -> world.order(command, person, ago)));
  }

  /** The way up is long; without these few histories would see its end. */
  private static Arbitrary<Event> advances() {
    Command next = new Command.Advance(Optional.empty());
    return Arbitraries.of(
        new Event("advance", world -> world.order(next, 0, 0)),
        new Event("approve", world -> world.order(new Command.Approve(), 1, 0)));
  }

  private Arbitrary<Event> rollbacks() {
    return steps().map(to -> new Event("roll back to " + to, world -> world.rollBack(to)));
  }

  private Arbitrary<Event> crashesAndOldReads() {
    return Arbitraries.oneOf(
        Arbitraries.just(new Event("read for later", World::readForLater)),
        commands()
            .map(
                command ->
                    new Event("by old read " + command, world -> world.orderByOldRead(command))),
        commands()
            .map(
                command ->
                    new Event("crash at " + command, world -> world.crashBeforeCommit(command))));
  }

  private static Arbitrary<Event> starts() {
    return Combinators.combine(
            Arbitraries.of(true, false),
            Arbitraries.of(true, false),
            Arbitraries.of(false, false, false, true),
            Arbitraries.of(Stage.class).optional(0.3))
        .as(
            (flag, mayPromote, killed, maximum) ->
                new Event(
                    "start %s %s %s %s".formatted(flag, mayPromote, killed, maximum),
                    world -> world.restart(flag, mayPromote, killed, maximum)));
  }

  private static Arbitrary<Event> secondNodes() {
    return Combinators.combine(
            Arbitraries.of(false, false, true), Arbitraries.of(Stage.class).optional(0.5))
        .as(
            (killed, maximum) ->
                new Event(
                    "second node " + killed + " " + maximum,
                    world -> world.setUpSecondNode(killed, maximum)));
  }

  private static Arbitrary<Event> surroundings() {
    return Arbitraries.of(
        new Event("the database goes", world -> world.database(false)),
        new Event("the database is back", world -> world.database(true)),
        new Event("gates hold", world -> world.gates(false, false)),
        new Event("gates open", world -> world.gates(true, false)),
        new Event("gates open", world -> world.gates(true, false)),
        new Event("frozen", world -> world.gates(true, true)),
        new Event("20 minutes pass", world -> world.pass(20)),
        new Event("a minute passes", world -> world.pass(1)));
  }
}
