package io.thor.cutover;

import java.time.Duration;

/**
 * How strict the stage machine is.
 *
 * @param coolOff how long a rollback keeps a feature from advancing
 * @param secondPerson whether {@code LIVE} and {@code COMPLETE} need the word of a second operator
 */
public record MachineRules(Duration coolOff, boolean secondPerson) {

  /** 15 minutes, and a second person. */
  public static final MachineRules STRICT = new MachineRules(Duration.ofMinutes(15), true);

  boolean needsSecondPerson(Step to) {
    return secondPerson && to.stage().compareTo(Stage.LIVE) >= 0;
  }
}
