package io.thor.cutover;

import java.util.List;
import java.util.Optional;

/**
 * The way forward, one step at a time: {@code OFF}, {@code SHADOW}, the canary, {@code LIVE},
 * {@code COMPLETE}. A percentage that holds fewer than five accounts is no step; named accounts
 * take the place of those that are too small.
 *
 * @param accounts how many accounts there are
 */
public record Ladder(long accounts) {

  private static final List<Integer> PERCENTS = List.of(1, 5, 25, 50);
  private static final int FEWEST = 5;

  /** How many accounts a percentage is, rounded down. */
  public long accountsIn(int percent) {
    return accounts * percent / 100;
  }

  /** The step that follows by itself; empty at the end, and where accounts must be named. */
  public Optional<Step> next(Step from) {
    return switch (from.stage()) {
      case OFF -> Optional.of(Step.SHADOW);
      case SHADOW -> isStep(PERCENTS.get(0)) ? Optional.of(Step.canary(1)) : Optional.empty();
      case CANARY -> Optional.of(afterCanary(from.canary()));
      case LIVE -> Optional.of(Step.COMPLETE);
      case COMPLETE -> Optional.empty();
    };
  }

  /** Whether a move forward is exactly one step. */
  public boolean allows(Step from, Step to) {
    boolean named = to.canary() instanceof Canary.Accounts;
    if (named) {
      return from.stage() == Stage.SHADOW || from.canary() instanceof Canary.Accounts;
    }
    return next(from).filter(to::equals).isPresent();
  }

  /** What to do instead of a move that is not one step. */
  public String remedy(Step from) {
    return next(from)
        .map(step -> "the next step is " + step.label())
        .orElseGet(
            () ->
                from.stage() == Stage.COMPLETE
                    ? "COMPLETE is the last step"
                    : "1 %% is %d of %d accounts, below %d: name accounts instead"
                        .formatted(accountsIn(1), accounts, FEWEST));
  }

  private Step afterCanary(Canary canary) {
    int reached = canary instanceof Canary.Percent share ? share.percent() : 0;
    return PERCENTS.stream()
        .filter(percent -> percent > reached && isStep(percent))
        .findFirst()
        .map(Step::canary)
        .orElse(Step.LIVE);
  }

  private boolean isStep(int percent) {
    return accountsIn(percent) >= FEWEST;
  }
}
