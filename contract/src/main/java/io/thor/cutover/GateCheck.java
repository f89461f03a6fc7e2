package io.thor.cutover;

import java.util.Objects;

/**
 * One condition of a gate.
 *
 * @param name stable, for programs
 * @param words what holds or what is missing, for operators
 */
public record GateCheck(String name, Result result, String words) {

  /** How a condition stands. */
  public enum Result {
    PASS,
    /** It is not met. */
    HOLD,
    /** There is too little data to say; holds as well. */
    INCONCLUSIVE
  }

  public GateCheck {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(result, "result");
    Objects.requireNonNull(words, "words");
  }

  static GateCheck of(String name, boolean met, String words) {
    return new GateCheck(name, met ? Result.PASS : Result.HOLD, words);
  }

  static GateCheck inconclusive(String name, String words) {
    return new GateCheck(name, Result.INCONCLUSIVE, words);
  }

  public boolean passes() {
    return result == Result.PASS;
  }
}
