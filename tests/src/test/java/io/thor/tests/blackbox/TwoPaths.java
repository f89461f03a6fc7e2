package io.thor.tests.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Compares what REST answers with what is pushed: for the same position both have to tell the same,
 * byte for byte.
 */
record TwoPaths(ThorClient client, FrameStream stream) {
  private static final Duration LIMIT = Duration.ofSeconds(20);
  private static final Pattern BAR = Pattern.compile("\\{([^{}]*),\"seq\":(\\d+)}");
  private static final String BARS = "intraday_bar:" + DemoMarket.SYMBOL;

  /**
   * Reads the route after each frame on its topic, until so many answers had the position of a
   * frame.
   *
   * @param limit asked before each further frame
   */
  void assertEqual(String route, String topic, int pairs, Supplier<Duration> limit) {
    long seen = 0;
    for (int equal = 0; equal < pairs; ) {
      long last = seen;
      stream.await(
          "a frame on " + topic + " after " + last,
          limit.get(),
          frame -> frame.on(topic) && frame.seq() > last);
      Answer answer = client.get(route).expect(200);
      Position position = answer.position();
      assertEquals(topic, position.topic());
      Received frame =
          stream.await(
              "a frame at or after " + position,
              LIMIT,
              candidate -> candidate.on(topic) && candidate.seq() >= position.seq());
      if (frame.seq() == position.seq()) {
        assertSame(frame, answer);
        equal++;
      }
      seen = position.seq();
    }
  }

  /**
   * Compares every final bar that was pushed with the bar of its position in REST's list.
   *
   * @param fewest how many bars to wait for
   */
  void assertBarsEqual(int fewest) {
    long first = stream.await("a bar", LIMIT, frame -> frame.on(BARS)).seq();
    stream.await(
        fewest + " bars",
        DemoMarket.untilBar(),
        frame -> frame.on(BARS) && frame.seq() >= first + fewest - 1);
    Map<Long, String> answered = bars();
    for (Received frame : stream.on(BARS)) {
      assertEquals(frame.dataText(), answered.get(frame.seq()), "bar " + frame.seq());
    }
  }

  private Map<Long, String> bars() {
    Answer answer =
        client.get("api/intraday/bars?limit=2000&symbol=" + DemoMarket.SYMBOL).expect(200);
    Map<Long, String> bars = new HashMap<>();
    BAR.matcher(answer.body())
        .results()
        .forEach(bar -> bars.put(Long.parseLong(bar.group(2)), withoutSeq(bar)));
    return bars;
  }

  private static String withoutSeq(MatchResult bar) {
    return "{" + bar.group(1) + "}";
  }

  private static void assertSame(Received frame, Answer answer) {
    assertEquals(frame.position().orElseThrow(), answer.position());
    assertEquals(frame.dataText(), answer.body());
    assertEquals(frame.asOf().toString(), answer.header("Thor-As-Of"));
  }
}
