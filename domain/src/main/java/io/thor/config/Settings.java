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
 * <p>Threads: any. Errors: {@link InvalidSettingException} names the key, the value and the remedy;
 * IllegalStateException where the code reads a key that {@link Keys} does not declare, or declares
 * with another fallback or other limits.
 */
@ApplicationScoped
public class Settings {

  private final Map<String, Given> read = new ConcurrentHashMap<>();
  private final Map<String, String> fallbacks = new ConcurrentHashMap<>();
  private final List<Key> declared;

  /** What is declared of a key, and what somebody set, or nothing. */
  private record Given(Key key, Optional<String> value, Source source) {}

  public Settings() {
    this(Keys.ALL);
  }

  Settings(List<Key> declared) {
    this.declared = List.copyOf(declared);
  }

  /** The text of a key, if it is set and not blank. It is read once; a change needs a restart. */
  public Optional<String> find(String key) {
    return given(key).value();
  }

  /** Where the value of a key comes from. */
  Source sourceOf(String key) {
    return given(key).source();
  }

  /** All keys that were asked for up to now. */
  Set<String> keysRead() {
    return Set.copyOf(read.keySet());
  }

  /** What counted, or would have, for a key that was read and is not set. */
  Optional<String> fallbackRead(String key) {
    return Optional.ofNullable(fallbacks.get(key));
  }

  private Given given(String key) {
    return read.computeIfAbsent(key, this::readNow);
  }

  private Key declared(String key) {
    return given(key).key();
  }

  private Given readNow(String name) {
    Key key =
        Keys.find(declared, name)
            .orElseThrow(
                () ->
                    new IllegalStateException(name + " is read, but not declared; add it to Keys"));
    return Stream.of(
            new Given(key, Optional.ofNullable(System.getProperty(name)), Source.SYSTEM_PROPERTY),
            new Given(key, Optional.ofNullable(System.getenv(variable(name))), Source.ENVIRONMENT),
            new Given(key, MicroProfileSettings.find(name), Source.MICROPROFILE))
        .map(given -> new Given(key, given.value().map(String::trim), given.source()))
        .filter(given -> given.value().filter(value -> !value.isEmpty()).isPresent())
        .findFirst()
        .orElse(new Given(key, Optional.empty(), Source.DEFAULT));
  }

  public String text(String key, String fallback) {
    String known = fallback.isEmpty() ? Key.NONE : fallback;
    declared(key).expect(known);
    fallbacks.put(key, known);
    return find(key).orElse(fallback);
  }

  /** A whole number within limits, both included. */
  public int wholeNumber(String key, int fallback, int least, int most) {
    expect(key, BigDecimal.valueOf(fallback), BigDecimal.valueOf(least), BigDecimal.valueOf(most));
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
    expect(key, fallback, least, most);
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

  private void expect(String key, BigDecimal fallback, BigDecimal least, BigDecimal most) {
    declared(key).expect(fallback, least, most);
    fallbacks.put(key, fallback.toPlainString());
  }

  /** Whole milliseconds within limits, both included. */
  public Duration millis(String key, int fallback, int least, int most) {
    return Duration.ofMillis(wholeNumber(key, fallback, least, most));
  }

  /** {@code true} or {@code false}. */
  public boolean flag(String key, boolean fallback) {
    declared(key).expect(String.valueOf(fallback));
    fallbacks.put(key, String.valueOf(fallback));
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

  /** The same with a constant for a key that is not set. */
  public <E extends Enum<E>> E constant(String key, Class<E> type, E fallback) {
    String known = fallback.name().toLowerCase(Locale.ROOT);
    declared(key).expect(known);
    fallbacks.put(key, known);
    return constant(key, type).orElse(fallback);
  }

  /** Some constants of an enumeration, in either case, with commas between them. */
  public <E extends Enum<E>> Set<E> constants(String key, Class<E> type, E fallback) {
    List<String> names = names(type);
    declared(key).expect(fallback.name().toLowerCase(Locale.ROOT));
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
