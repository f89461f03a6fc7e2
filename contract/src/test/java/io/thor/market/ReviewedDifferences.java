package io.thor.market;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Lists of days on which a calendar differs from what somebody else computed, each with its reason.
 * A line is {@code market | difference... | reason}; {@code #} begins a comment.
 */
final class ReviewedDifferences {

  private ReviewedDifferences() {}

  /** The differences of a market without their reasons; every line must have a reason. */
  static List<String> of(String resource, String marketId) throws IOException {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                ReviewedDifferences.class.getResourceAsStream(resource), StandardCharsets.UTF_8))) {
      return reader
          .lines()
          .filter(line -> line.startsWith(marketId + " | "))
          .map(line -> withoutReason(line.substring(marketId.length() + 3)))
          .toList();
    }
  }

  private static String withoutReason(String line) {
    int bar = line.lastIndexOf(" | ");
    if (bar < 0 || line.substring(bar + 3).isBlank()) {
      throw new IllegalStateException("'" + line + "' has no reason; add '| <reason>'");
    }
    return line.substring(0, bar);
  }
}
