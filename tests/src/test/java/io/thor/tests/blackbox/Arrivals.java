package io.thor.tests.blackbox;

import java.time.Duration;

/** Waits for messages of each kind, provoking those that do not come by themselves. */
final class Arrivals {
  private static final Duration MARGIN = Duration.ofSeconds(30);

  private Arrivals() {}

  static void awaitType(FrameStream stream, String type) {
    if (type.equals("error_message")) {
      stream.send("{");
    }
    stream.await(type, limit(), frame -> frame.is(type));
  }

  static void awaitBar(FrameStream stream, boolean isFinal) {
    stream.await(
        isFinal ? "a final bar" : "a forming bar",
        limit(),
        frame -> frame.is("intraday_bar") && frame.data().getBoolean("final") == isFinal);
  }

  private static Duration limit() {
    return DemoMarket.untilBar().plus(MARGIN);
  }
}
