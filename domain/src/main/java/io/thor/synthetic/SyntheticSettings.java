package io.thor.synthetic;

import io.thor.config.Settings;
import io.thor.message.SyntheticUpdate;
import io.thor.message.Topic;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What the synthetic feed publishes.
 *
 * @param ratePerSecond messages a second over all symbols; 0 is silence
 * @param payloadBytes of the whole envelope, about
 * @param symbols how many topics take turns
 */
public record SyntheticSettings(int ratePerSecond, int payloadBytes, int symbols) {

  /** Key: messages a second over all symbols, at the start. */
  public static final String RATE_KEY = "thor.feed.synthetic.rate-per-second";

  /** Key: bytes of a message, about. */
  public static final String PAYLOAD_KEY = "thor.feed.synthetic.payload-bytes";

  /** Key: topics that take turns. */
  public static final String SYMBOLS_KEY = "thor.feed.synthetic.symbols";

  /** The highest rate, in messages a second. */
  public static final int MOST_PER_SECOND = 100_000;

  /** Errors: {@link io.thor.config.InvalidSettingException} for a value out of its limits. */
  public static SyntheticSettings of(Settings settings) {
    return new SyntheticSettings(
        settings.wholeNumber(RATE_KEY, 10, 0, MOST_PER_SECOND),
        settings.wholeNumber(PAYLOAD_KEY, 250, 200, 60_000),
        settings.wholeNumber(SYMBOLS_KEY, 1, 1, 1000));
  }

  /** The topics, {@code synthetic:S0} and so on. */
  public List<Topic> topics() {
    return IntStream.range(0, symbols)
        .mapToObj(number -> new Topic(SyntheticUpdate.TOPIC_PREFIX, "S" + number))
        .toList();
  }
}
