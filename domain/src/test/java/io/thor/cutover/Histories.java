package io.thor.cutover;

import io.thor.cutover.Cluster.Seen;
import io.thor.message.MessageTypes;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** What may happen to two nodes, in any order. */
final class Histories {

  private static final String MOSTLY = "positions";
  static final Step NAMED = Step.canary(new Canary.Accounts(Set.of("ACC-1")));
  private static final Arbitrary<Integer> NODES = Arbitraries.of(0, 1);
  private static final Arbitrary<Actor> PEOPLE =
      Arbitraries.of(new Actor("alice", "console"), new Actor("bob", "thorctl"));

  /** At least as many as the longest work has. */
  private static final int STEPS = 45;

  /** Something that happens, with its words for the report of a failure. */
  record Event(String words, Consumer<Cluster> effect) {
    @Override
    public String toString() {
      return words;
    }
  }

  private Histories() {}

  static Arbitrary<List<Event>> all() {
    return Arbitraries.frequencyOf(
            Tuple.of(6, orders()),
            Tuple.of(14, advances()),
            Tuple.of(1, kills()),
            Tuple.of(2, starts()),
            Tuple.of(3, surroundings()))
        .list()
        .ofMinSize(10)
        .ofMaxSize(40);
  }

  static Arbitrary<String> features() {
    return Arbitraries.frequencyOf(
        Tuple.of(4, Arbitraries.just(MOSTLY)),
        Tuple.of(1, Arbitraries.of(MessageTypes.features())));
  }

  static Arbitrary<Step> steps() {
    return Arbitraries.of(
        Step.OFF,
        Step.SHADOW,
        NAMED,
        Step.canary(new Canary.Accounts(Set.of("ACC-1", "ACC-2"))),
        Step.canary(50),
        Step.LIVE,
        Step.COMPLETE);
  }

  private static Arbitrary<Command> commands() {
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

  private static Arbitrary<Event> orders() {
    return Combinators.combine(
            NODES, features(), commands(), PEOPLE, Arbitraries.of(Seen.class), crashes(15))
        .as(Histories::order);
  }

  /** The way up is long; without these few histories would see its end. */
  private static Arbitrary<Event> advances() {
    Command next = new Command.Advance(Optional.empty());
    Command named = new Command.Advance(Optional.of(NAMED));
    return Combinators.combine(
            NODES, Arbitraries.of(next, next, named, new Command.Approve()), PEOPLE)
        .as((at, command, actor) -> order(at, MOSTLY, command, actor, Seen.PRESENT, Cluster.NEVER));
  }

  private static Event order(
      int at, String feature, Command command, Actor actor, Seen seen, int crashAtStep) {
    return new Event(
        "%s orders %s of %s on node %d, revision %s, crash at %d"
            .formatted(actor.name(), command, feature, at, seen, crashAtStep),
        cluster -> cluster.order(at, feature, command, actor, seen, crashAtStep));
  }

  private static Arbitrary<Event> kills() {
    return Combinators.combine(NODES, crashes(STEPS))
        .as(
            (at, crashAtStep) ->
                new Event(
                    "kill on node %d, crash at %d".formatted(at, crashAtStep),
                    cluster -> cluster.kill(at, crashAtStep)));
  }

  private static Arbitrary<Event> starts() {
    return Combinators.combine(NODES, environments(), crashes(STEPS))
        .as(
            (at, environment, crashAtStep) ->
                new Event(
                    "start of node %d in %s, crash at %d".formatted(at, environment, crashAtStep),
                    cluster -> cluster.start(at, environment, crashAtStep)));
  }

  static Arbitrary<Environment> environments() {
    return Combinators.combine(
            Arbitraries.maps(features(), Arbitraries.of(true, false)).ofMaxSize(3),
            Arbitraries.maps(features(), Arbitraries.of(Stage.class)).ofMaxSize(1),
            Arbitraries.of(false, false, false, false, true))
        .as(Environment::new);
  }

  /** Mostly none. */
  private static Arbitrary<Integer> crashes(int steps) {
    return Arbitraries.frequencyOf(
        Tuple.of(3, Arbitraries.just(Cluster.NEVER)),
        Tuple.of(1, Arbitraries.integers().between(1, steps)));
  }

  private static Arbitrary<Event> surroundings() {
    return Arbitraries.of(
        new Event("node 0 reads", cluster -> cluster.refresh(0)),
        new Event("node 1 reads", cluster -> cluster.refresh(1)),
        new Event("gates hold", cluster -> cluster.gates(false)),
        new Event("gates open", cluster -> cluster.gates(true)),
        new Event("gates open", cluster -> cluster.gates(true)),
        new Event("20 minutes pass", cluster -> cluster.pass(20)),
        new Event("a minute passes", cluster -> cluster.pass(1)));
  }
}
