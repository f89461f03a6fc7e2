package io.thor.cutover;

import java.util.Objects;

/**
 * How far a feature has moved: its stage and, in the canary, for whom.
 *
 * @param canary {@link Canary#NOBODY} outside the canary, and somebody in it
 */
public record Step(Stage stage, Canary canary) {

  public static final Step OFF = of(Stage.OFF);
  public static final Step SHADOW = of(Stage.SHADOW);
  public static final Step LIVE = of(Stage.LIVE);
  public static final Step COMPLETE = of(Stage.COMPLETE);

  public Step {
    Objects.requireNonNull(stage, "stage");
    if ((stage == Stage.CANARY) == (canary instanceof Canary.Nobody)) {
      throw new IllegalArgumentException(
          "stage %s with canary '%s'; CANARY needs percent or accounts, others have neither"
              .formatted(stage, canary.label()));
    }
  }

  /** A stage other than {@link Stage#CANARY}. */
  public static Step of(Stage stage) {
    return new Step(stage, Canary.NOBODY);
  }

  public static Step canary(Canary canary) {
    return new Step(Stage.CANARY, canary);
  }

  public static Step canary(int percent) {
    return canary(new Canary.Percent(percent));
  }

  /** Whether nobody is further at the other step than here: going there is no raise for anyone. */
  public boolean covers(Step other) {
    int ahead = stage.compareTo(other.stage);
    return ahead > 0 || ahead == 0 && canary.covers(other.canary);
  }

  /** The step where it is no raise, else this one, {@code SHADOW} at most. */
  Step loweredTo(Step wanted) {
    if (covers(wanted)) {
      return wanted;
    }
    return covers(SHADOW) ? SHADOW : this;
  }

  /** The words for operators: {@code CANARY 5 %}. */
  public String label() {
    return (stage + " " + canary.label()).strip();
  }
}
