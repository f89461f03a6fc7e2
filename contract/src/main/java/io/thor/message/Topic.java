package io.thor.message;

import java.util.Objects;
import java.util.regex.Pattern;

/**
 * Names one ordered stream: {@code prefix:key}, for example {@code positions:ACC-1001}.
 *
 * @param prefix lower-case letters, digits and underscores, starting with a letter
 * @param key 1 to 64 letters, digits and {@code . _ - /}
 */
public record Topic(String prefix, String key) {

  private static final Pattern PREFIX = Pattern.compile("[a-z][a-z0-9_]{0,31}");
  private static final Pattern KEY = Pattern.compile("[A-Za-z0-9._/-]{1,64}");

  public Topic {
    Objects.requireNonNull(prefix, "prefix");
    Objects.requireNonNull(key, "key");
    if (!PREFIX.matcher(prefix).matches()) {
      throw new IllegalArgumentException(
          "topic prefix '" + prefix + "' must match " + PREFIX.pattern());
    }
    if (!KEY.matcher(key).matches()) {
      throw new IllegalArgumentException("topic key '" + key + "' must match " + KEY.pattern());
    }
  }

  /**
   * Reads the written form.
   *
   * <p>Errors: {@link IllegalArgumentException} when it is not {@code prefix:key}.
   */
  public static Topic parse(String written) {
    int colon = written.indexOf(':');
    if (colon < 0) {
      throw new IllegalArgumentException("topic '" + written + "' must be written prefix:key");
    }
    return new Topic(written.substring(0, colon), written.substring(colon + 1));
  }

  @Override
  public String toString() {
    return prefix + ":" + key;
  }
}
