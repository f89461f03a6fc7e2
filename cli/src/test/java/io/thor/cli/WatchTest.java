package io.thor.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code status --watch}, with a waiting that the test decides. */
class WatchTest extends AtServer {

  private static final String STATUS =
      "{\"revision\":%d,\"features\":{\"positions\":{\"stage\":\"SHADOW\",\"renders\":\"REST\",\"why\":\"default\"}},"
          + "\"totals\":{\"sessions\":3,\"full\":2,\"applied\":1}}";

  private final AtomicInteger waits = new AtomicInteger();

  WatchTest() {
    super("operator");
  }

  @BeforeEach
  void prepare() {
    status(3);
  }

  private void status(int revision) {
    server.answers("/api/cutover", 200, STATUS.formatted(revision));
  }

  private Shell.Result watch(Predicate<Duration> waiting) {
    return Shell.run(
        new Surroundings(environment(), question -> Optional.empty(), waiting),
        "status",
        "--watch");
  }

  @Test
  void printsAgainWhatHasChangedAndNothingElse() {
    Shell.Result result =
        watch(
            time -> {
              if (waits.incrementAndGet() == 2) {
                server.forgets("/api/cutover");
                status(4);
              }
              return waits.get() < 4;
            });

    String table =
        """
        WebSocket cutover status                                      revision %d
        SHADOW MODE - all features using REST (0/1)
          [REST] positions        SHADOW   why: default
          1/2 applied, 3 sessions
        """;
    assertEquals(table.formatted(3) + table.formatted(4), result.out());
    assertEquals(ExitCode.OK, result.exitCode());
  }

  @Test
  void waitsForAServerThatIsGone() {
    Shell.Result result =
        watch(
            time -> {
              if (waits.incrementAndGet() == 1) {
                server.forgets("/api/cutover");
              } else {
                status(4);
              }
              return waits.get() < 3;
            });

    assertTrue(result.err().contains("answered 404"), result.err());
    assertTrue(result.out().contains("revision 4"), result.out());
  }
}
