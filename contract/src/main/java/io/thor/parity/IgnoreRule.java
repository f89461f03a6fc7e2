package io.thor.parity;

import java.time.Instant;
import java.util.Objects;

/**
 * A difference that somebody has explained and answers for, for a while.
 *
 * @param topicPrefix for example {@code positions}
 * @param field the name of the field, wherever it stands in the data
 * @param owner who answers for it
 * @param until from then on the difference counts again
 */
public record IgnoreRule(
    String topicPrefix, String field, String owner, String reason, Instant until) {

  public IgnoreRule {
    requireText("topicPrefix", topicPrefix);
    requireText("field", field);
    requireText("owner", owner);
    requireText("reason", reason);
    Objects.requireNonNull(until, "until");
  }

  boolean covers(String prefix, String path, Instant now) {
    return prefix.equals(topicPrefix) && Pointers.last(path).equals(field) && now.isBefore(until);
  }

  private static void requireText(String name, String value) {
    if (value.isBlank()) {
      throw new IllegalArgumentException(
          "an ignore rule's " + name + " is blank; every rule has one");
    }
  }
}
