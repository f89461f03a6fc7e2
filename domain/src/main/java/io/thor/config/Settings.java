package io.thor.config;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads configuration keys such as {@code thor.heartbeat.tick-ms}. A system property wins over the
 * environment ({@code THOR_HEARTBEAT_TICK_MS}), and that over MicroProfile Config.
 *
 * <p>Threads: any. Errors: {@link InvalidSettingException} names the key, the value and the remedy.
 */
@ApplicationScoped
public class Settings {

  private final Map<String, Optional<String>> read = new ConcurrentHashMap<>();

  /** The text of a key, if it is set and not blank. It is read once; a change needs a restart. */
  public Optional<String> find(String key) {
    return read.computeIfAbsent(key, Settings::readNow);
  }

  private static Optional<String> readNow(String key) {
    return Stream.of(
            Optional.ofNullable(System.getProperty(key)),
            Optional.ofNullable(System.getenv(variable(key))),
            MicroProfileSettings.find(key))
        .flatMap(Optional::stream)
        .map(String::trim)
        .filter(value -> !value.isEmpty())
        .findFirst();
  }

  public String text(String key, String fallback) {
    return find(key).orElse(fallback);
  }

  /** A whole number within limits, both included. */
  public int wholeNumber(String key, int fallback, int least, int most) {
    Optional<String> given = find(key);
    if (given.isEmpty()) {
      return fallback;
    }
    String remedy = "a whole number from " + least + " to " + most;
    try {
      int value = Integer.parseInt(given.get());
      if (value >= least && value <= most) {
        return value;
      }
    } catch (NumberFormatException e) {
      throw new InvalidSettingException(key, given.get(), remedy, e);
    }
    throw new InvalidSettingException(key, given.get(), remedy);
  }

  /** A decimal number within limits, both included. */
  public BigDecimal decimal(String key, BigDecimal fallback, BigDecimal least, BigDecimal most) {
    Optional<String> given = find(key);
    if (given.isEmpty()) {
      return fallback;
    }
    String remedy = "a number from " + least.toPlainString() + " to " + most.toPlainString();
    try {
      BigDecimal value = new BigDecimal(given.get());
      if (value.compareTo(least) >= 0 && value.compareTo(most) <= 0) {
        return value;
      }
    } catch (NumberFormatException e) {
      throw new InvalidSettingException(key, given.get(), remedy, e);
    }
    throw new InvalidSettingException(key, given.get(), remedy);
  }

  /** Whole milliseconds within limits, both included. */
  public Duration millis(String key, int fallback, int least, int most) {
    return Duration.ofMillis(wholeNumber(key, fallback, least, most));
  }

  /** {@code true} or {@code false}. */
  public boolean flag(String key, boolean fallback) {
    return find(key)
        .map(value -> Boolean.valueOf(oneOf(key, value, List.of("true", "false"))))
        .orElse(fallback);
  }

  /** One of the constants of an enumeration, in either case. */
  public <E extends Enum<E>> Optional<E> constant(String key, Class<E> type) {
    List<String> names = names(type);
    return find(key)
        .map(value -> Enum.valueOf(type, oneOf(key, value, names).toUpperCase(Locale.ROOT)));
  }

  /** Some constants of an enumeration, in either case, with commas between them. */
  public <E extends Enum<E>> Set<E> constants(String key, Class<E> type, E fallback) {
    List<String> names = names(type);
    return find(key)
        .map(
            value ->
                Stream.of(value.split(","))
                    .map(name -> oneOf(key, name.strip(), names).toUpperCase(Locale.ROOT))
                    .map(name -> Enum.valueOf(type, name))
                    .collect(Collectors.toUnmodifiableSet()))
        .orElse(Set.of(fallback));
  }

  private static <E extends Enum<E>> List<String> names(Class<E> type) {
    return Stream.of(type.getEnumConstants())
        .map(constant -> constant.name().toLowerCase(Locale.ROOT))
        .toList();
  }

  /** The environment variable of a key. */
  public static String variable(String key) {
    return key.replaceAll("[.-]", "_").toUpperCase(Locale.ROOT);
  }

  private static String oneOf(String key, String value, List<String> allowed) {
    String lower = value.toLowerCase(Locale.ROOT);
    if (!allowed.contains(lower)) {
      throw new InvalidSettingException(
          key, value, allowed.stream().collect(Collectors.joining(" or ")));
    }
    return lower;
  }
}
