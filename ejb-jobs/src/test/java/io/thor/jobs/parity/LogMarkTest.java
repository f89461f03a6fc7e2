package io.thor.jobs.parity;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.thor.parity.Finding;
import io.thor.parity.Verdict;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class LogMarkTest {

  private final LogMark mark = new LogMark();

  @Test
  void coversWhatWasJudgedUntilItIsOtherwise() {
    mark.moveTo(found("k7", 2, Verdict.EQUAL));
    assertTrue(mark.covers(found("k7", 1, Verdict.EQUAL)));
    assertFalse(mark.covers(found("k7", 3, Verdict.EQUAL)));
    assertFalse(mark.covers(found("k7", 1, Verdict.MISMATCH)));
  }

  @Test
  void coversAFaultThatWasConfirmed() {
    mark.confirm(found("k7", 1, Verdict.MISMATCH));
    assertTrue(mark.covers(found("k7", 1, Verdict.MISMATCH)));
  }

  @Test
  void coversNothingOfAnotherEpoch() {
    mark.moveTo(found("k7", 2, Verdict.EQUAL));
    mark.confirm(found("k7", 1, Verdict.MISMATCH));
    mark.moveTo(found("k8", 1, Verdict.EQUAL));
    assertFalse(mark.covers(found("k7", 1, Verdict.MISMATCH)));
    assertFalse(mark.covers(found("k8", 2, Verdict.EQUAL)));
  }

  @Test
  void forgetsTheOldestOfManyFaults() {
    LongStream.rangeClosed(1, 101).forEach(seq -> mark.confirm(found("k7", seq, Verdict.MISMATCH)));
    assertFalse(mark.covers(found("k7", 1, Verdict.MISMATCH)));
    assertTrue(mark.covers(found("k7", 2, Verdict.MISMATCH)));
  }

  private static Finding found(String epoch, long seq, Verdict verdict) {
    return new Finding("intraday_bar:BTC-USD", epoch, seq, verdict, List.of());
  }
}
