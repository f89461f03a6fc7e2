package io.thor.parity;

import io.thor.message.MessageTypes;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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

  /** How a rule is written. */
  public static final String FORM = "TOPIC.FIELD until YYYY-MM-DD by OWNER: REASON";

  private static final Pattern WRITTEN =
      Pattern.compile("(\\w+)\\.(\\w+) until (\\d{4}-\\d\\d-\\d\\d) by ([^:]+):(.+)");

  public IgnoreRule {
    requireText("topicPrefix", topicPrefix);
    requireText("field", field);
    requireText("owner", owner);
    requireText("reason", reason);
    Objects.requireNonNull(until, "until");
  }

  /**
   * Reads a rule as operators write it: {@code positions.pnl until 2027-01-31 by risk-desk:
   * rounding of feed X}. The difference counts again from the first moment of that day on, in UTC.
   *
   * <p>Errors: IllegalArgumentException for anything else.
   */
  public static IgnoreRule parse(String written) {
    Matcher rule = WRITTEN.matcher(written.strip());
    if (!rule.matches()) {
      throw new IllegalArgumentException("'" + written.strip() + "' is not " + FORM);
    }
    requireTopics(rule.group(1));
    try {
      Instant until = LocalDate.parse(rule.group(3)).atStartOfDay(ZoneOffset.UTC).toInstant();
      return new IgnoreRule(
          rule.group(1), rule.group(2), rule.group(4).strip(), rule.group(5).strip(), until);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException("'" + rule.group(3) + "' is not a date", e);
    }
  }

  boolean covers(String prefix, String path, Instant now) {
    return prefix.equals(topicPrefix) && Pointers.last(path).equals(field) && now.isBefore(until);
  }

  private static void requireTopics(String prefix) {
    if (MessageTypes.featureOfTopics(prefix).isEmpty()) {
      throw new IllegalArgumentException(
          "no topic begins with '" + prefix + "'; give what stands before its colon");
    }
  }

  private static void requireText(String name, String value) {
    if (value.isBlank()) {
      throw new IllegalArgumentException(
          "an ignore rule's " + name + " is blank; every rule has one");
    }
  }
}
