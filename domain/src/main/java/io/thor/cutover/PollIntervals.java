package io.thor.cutover;

import io.thor.config.Settings;
import io.thor.message.MessageTypes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;

/**
 * How often clients are to poll the old path of each feature: keys {@code
 * thor.poll.<feature>-seconds}, and slowly once the feature renders from WebSocket.
 *
 * <p>Threads: any, after {@link #read}.
 */
@ApplicationScoped
public class PollIntervals {

  private static final int REVERSE_SHADOW_SECONDS = 60;
  private static final int DEFAULT_SECONDS = 10;
  private static final Map<String, Integer> DEFAULTS = Map.of("intraday", 5, "global_market", 30);

  @Inject Settings settings;

  private volatile Map<String, Integer> seconds = Map.of();

  /** Reads the configuration; called once, before anything is served. */
  public void read() {
    Map<String, Integer> configured = new HashMap<>();
    for (String feature : MessageTypes.features()) {
      int fallback = DEFAULTS.getOrDefault(feature, DEFAULT_SECONDS);
      String key = "thor.poll." + feature + "-seconds";
      configured.put(feature, settings.wholeNumber(key, fallback, 1, 3600));
    }
    seconds = Map.copyOf(configured);
  }

  /** Seconds from poll to poll for a session that draws a feature from a path. */
  public int secondsFor(String feature, RenderPath renders) {
    return renders == RenderPath.WEBSOCKET ? REVERSE_SHADOW_SECONDS : seconds.get(feature);
  }
}
