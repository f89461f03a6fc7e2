package io.thor.cutover;

import java.time.Instant;
import java.util.Collection;
import java.util.Optional;

/**
 * A time in which nothing advances, for example around a market's open.
 *
 * @param from included
 * @param to excluded
 * @param cause in words: {@code XNYS opens}
 */
public record FreezeWindow(Instant from, Instant to, String cause) {

  public FreezeWindow {
    if (!from.isBefore(to)) {
      throw new IllegalArgumentException(
          "freeze from " + from + " to " + to + " is empty; let it end after it begins");
    }
  }

  /** The words of a window that is open at a moment. */
  public static Optional<String> openAt(Instant now, Collection<FreezeWindow> windows) {
    return windows.stream()
        .filter(window -> !now.isBefore(window.from) && now.isBefore(window.to))
        .findFirst()
        .map(window -> "advances are frozen until " + window.to + ": " + window.cause);
  }
}
