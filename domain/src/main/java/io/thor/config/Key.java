package io.thor.config;

import io.thor.message.MessageTypes;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One key of the configuration, or a family of them, as {@code docs/configuration.md} has it.
 *
 * @param name with a placeholder such as {@code <feature>} where it is a family
 * @param fallback what counts where nobody sets it; in words where that varies
 * @param allowed its unit and range, in words
 * @param limits least and most, of a number whose limits do not vary
 * @param fixed whether the fallback is the same on every installation
 * @param secret whether its value is never shown
 */
public record Key(
    String name,
    String fallback,
    String allowed,
    Optional<Limits> limits,
    boolean fixed,
    boolean secret) {

  /** Of a key that has no value unless somebody sets it. */
  static final String NONE = "none";

  private static final String FEATURE = "<feature>";
  private static final String FEATURES = "(" + String.join("|", MessageTypes.features()) + ")";
  private static final Pattern PLACEHOLDER = Pattern.compile("<[a-z]+>");

  /** What a number lies between, both included. */
  record Limits(BigDecimal least, BigDecimal most) {
    boolean equalTo(BigDecimal otherLeast, BigDecimal otherMost) {
      return least.compareTo(otherLeast) == 0 && most.compareTo(otherMost) == 0;
    }
  }

  /** A whole number; the unit may be empty. */
  static Key whole(String name, int fallback, int least, int most, String unit) {
    return number(name, "" + fallback, "" + least, "" + most, unit);
  }

  /** A number with decimals; the unit may be empty. */
  static Key number(String name, String fallback, String least, String most, String unit) {
    String range = (unit.isEmpty() ? "" : unit + ", ") + least + " to " + most;
    Limits limits = new Limits(new BigDecimal(least), new BigDecimal(most));
    return new Key(name, fallback, range, Optional.of(limits), true, false);
  }

  static Key flag(String name, boolean fallback) {
    return choice(name, "" + fallback, "true", "false");
  }

  /** One of some words. */
  static Key choice(String name, String fallback, String... allowed) {
    return text(name, fallback, Stream.of(allowed).collect(Collectors.joining(", ")));
  }

  /** Anything else; {@link #NONE} for no fallback. */
  static Key text(String name, String fallback, String allowed) {
    return new Key(name, fallback, allowed, Optional.empty(), true, false);
  }

  /** The same with a fallback that depends on something, in words. */
  Key varies(String words) {
    return new Key(name, words, allowed, limits, false, secret);
  }

  /** The same with limits that depend on something, in words. */
  Key within(String words) {
    return new Key(name, fallback, words, Optional.empty(), fixed, secret);
  }

  /** The same, with a value that is never shown. */
  Key secretly() {
    return new Key(name, fallback, allowed, limits, fixed, true);
  }

  /** Whether this is a family of keys rather than one. */
  boolean isFamily() {
    return PLACEHOLDER.matcher(name).find();
  }

  /** The name, or those of the family that are known beforehand. */
  Stream<String> names() {
    return name.contains(FEATURE)
        ? MessageTypes.features().stream().map(feature -> name.replace(FEATURE, feature))
        : Stream.of(name);
  }

  /** Whether a key is this one, or of this family. */
  boolean matches(String key) {
    return name.equals(key) || isFamily() && pattern(name).matcher(key).matches();
  }

  /** Whether an environment variable is that of this key, or of one of this family. */
  boolean matchesVariable(String variable) {
    return pattern(name.replaceAll("[.-]", "_")).matcher(variable).matches();
  }

  /** A feature is one of those that there are; other placeholders stand for any word. */
  private static Pattern pattern(String name) {
    String any = name.contains(FEATURE) ? FEATURES : "[A-Za-z0-9_-]+";
    String literal =
        Stream.of(PLACEHOLDER.split(name, -1)).map(Pattern::quote).collect(Collectors.joining(any));
    return Pattern.compile(literal, Pattern.CASE_INSENSITIVE);
  }

  /** Refuses a reading that gives another fallback than is declared. */
  void expect(String given) {
    if (fixed && !fallback.equals(given)) {
      throw differs("fallback " + given, fallback);
    }
  }

  /** Refuses a reading that gives another fallback or other limits than are declared. */
  void expect(BigDecimal given, BigDecimal least, BigDecimal most) {
    if (fixed && new BigDecimal(fallback).compareTo(given) != 0) {
      throw differs("fallback " + given, fallback);
    }
    if (limits.filter(declared -> !declared.equalTo(least, most)).isPresent()) {
      throw differs("limits " + least + " to " + most, allowed);
    }
  }

  private IllegalStateException differs(String read, String declared) {
    return new IllegalStateException(
        "%s is read with the %s, but declared in Keys with '%s'; make both the same"
            .formatted(name, read, declared));
  }
}
