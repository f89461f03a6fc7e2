package io.thor.cutover;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * What {@code WS_FEATURE_X} asks for at a start. It decides while no stage is stored; later only
 * its <em>change</em> since the last start counts, so that an unchanged value never undoes what an
 * operator did. Unset reads as {@code false}.
 *
 * @param variable the environment variable's name
 * @param value its value at this start
 * @param mayPromote whether {@code true} may raise the stage without passing gates
 */
public record EnvironmentFlag(String variable, boolean value, boolean mayPromote) {

  /**
   * What is stored from earlier starts.
   *
   * @param lastValue the flag at the last start
   * @param hold the words of what keeps the feature from advancing
   */
  public record Stored(Stage stage, boolean lastValue, Optional<String> hold) {

    static Stored of(FeatureState state, Instant now) {
      return new Stored(
          state.step().stage(), state.environment().flag(), state.overlay().holdAt(now));
    }
  }

  /** A change that the flag orders. */
  public record Move(Stage to, String why) {}

  /** The variable's name for a feature: {@code WS_FEATURE_ACCOUNT_BALANCE}. */
  public static String variableFor(String feature) {
    return "WS_FEATURE_" + feature.toUpperCase(Locale.ROOT);
  }

  /** The move to make at this start, or empty when the stored stage stays. */
  public Optional<Move> moveFrom(Optional<Stored> stored) {
    if (stored.isEmpty()) {
      return Optional.of(value ? promotion(Stage.SHADOW, Optional.empty()) : unset());
    }
    Stored before = stored.get();
    if (before.lastValue() == value) {
      return Optional.empty();
    }
    return value ? Optional.of(promotion(before.stage(), before.hold())) : rollback(before.stage());
  }

  private Move promotion(Stage from, Optional<String> hold) {
    if (from.compareTo(Stage.LIVE) >= 0) {
      return new Move(from, variable + "=true");
    }
    if (!mayPromote) {
      return new Move(from, variable + "=true is a wish here: advance it past its gates");
    }
    return hold.map(words -> new Move(from, variable + "=true is a wish now: " + words))
        .orElseGet(() -> new Move(Stage.LIVE, variable + "=true"));
  }

  private Optional<Move> rollback(Stage from) {
    return from.compareTo(Stage.SHADOW) <= 0
        ? Optional.empty()
        : Optional.of(new Move(Stage.SHADOW, variable + " changed to false"));
  }

  private Move unset() {
    return new Move(Stage.SHADOW, "default; set " + variable + "=true or advance it");
  }
}
