package io.thor.cutover;

import java.util.Optional;

/** What one feature remembers from start to start, as the database does. */
final class Installation {

  private Optional<EnvironmentFlag.Stored> stored = Optional.empty();

  /** Starts with a value of the environment; returns the move that it ordered. */
  Optional<EnvironmentFlag.Move> start(boolean value, boolean mayPromote) {
    EnvironmentFlag flag = new EnvironmentFlag("WS_FEATURE_POSITIONS", value, mayPromote);
    Optional<EnvironmentFlag.Move> move = flag.moveFrom(stored);
    Stage stage = move.map(EnvironmentFlag.Move::to).or(this::stage).orElseThrow();
    stored = Optional.of(new EnvironmentFlag.Stored(stage, value, Optional.empty()));
    return move;
  }

  /** An operator or a rollback chooses a stage. */
  void operate(Stage stage) {
    stored =
        Optional.of(new EnvironmentFlag.Stored(stage, lastValue().orElseThrow(), Optional.empty()));
  }

  /** Empty before the first start. */
  Optional<Stage> stage() {
    return stored.map(EnvironmentFlag.Stored::stage);
  }

  Optional<Boolean> lastValue() {
    return stored.map(EnvironmentFlag.Stored::lastValue);
  }
}
