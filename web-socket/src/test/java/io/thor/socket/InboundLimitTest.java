package io.thor.socket;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class InboundLimitTest {

  private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

  private final InboundLimit limit = new InboundLimit();

  @Test
  void letsFiftyThroughAtOnce() {
    assertEquals(50, LongStream.range(0, 200).filter(i -> limit.take(0)).count());
  }

  @Test
  void letsFiftyASecondThroughForEver() {
    long passed = LongStream.range(0, 10_000).filter(i -> limit.take(i * SECOND / 1000)).count();
    assertEquals(10 * 50 + 49, passed, 1);
  }

  @Test
  void aPauseEarnsNoMoreThanOneBurst() {
    limit.take(0);
    assertEquals(50, LongStream.range(0, 200).filter(i -> limit.take(3600 * SECOND)).count());
  }
}
