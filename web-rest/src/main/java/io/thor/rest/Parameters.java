package io.thor.rest;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads query parameters; what cannot be read is a {@link Problem} that names it. */
public final class Parameters {

  private static final int DATE_LENGTH = 10;
  private static final String A_DATE = "a date such as 2026-01-05";

  private Parameters() {}

  /** An instant such as {@code 2026-01-05T14:30:00Z}. */
  public static Instant instant(String name, String value, Instant fallback) {
    if (value == null || value.isBlank()) {
      return fallback;
    }
    try {
      Instant read = Instant.parse(value);
      read.toEpochMilli();
      return read;
    } catch (DateTimeParseException | ArithmeticException e) {
      throw Problem.badRequest(name, value, "an instant such as 2026-01-05T14:30:00Z");
    }
  }

  /** A date such as {@code 2026-01-05}, of a year of four digits. */
  public static LocalDate date(String name, String value, LocalDate fallback) {
    if (value == null || value.isBlank()) {
      return fallback;
    }
    try {
      if (value.length() == DATE_LENGTH) {
        return LocalDate.parse(value);
      }
    } catch (DateTimeParseException e) {
      throw Problem.badRequest(name, value, A_DATE);
    }
    throw Problem.badRequest(name, value, A_DATE);
  }

  /** A whole number that is not negative. */
  public static long longNumber(String name, String value) {
    String remedy = "a whole number that is not negative";
    try {
      long read = Long.parseLong(value);
      if (read >= 0) {
        return read;
      }
    } catch (NumberFormatException e) {
      throw Problem.badRequest(name, value, remedy);
    }
    throw Problem.badRequest(name, value, remedy);
  }

  /** One of the constants of an enumeration, in capitals. */
  public static <E extends Enum<E>> E constant(String name, String value, Class<E> type) {
    return Stream.of(type.getEnumConstants())
        .filter(constant -> constant.name().equals(value))
        .findFirst()
        .orElseThrow(
            () ->
                Problem.badRequest(
                    name,
                    value,
                    Stream.of(type.getEnumConstants())
                        .map(Enum::name)
                        .collect(Collectors.joining(" or "))));
  }

  /** A whole number within limits, both included. */
  public static int wholeNumber(String name, String value, int least, int most) {
    String remedy = "a whole number from " + least + " to " + most;
    try {
      int read = Integer.parseInt(value);
      if (read >= least && read <= most) {
        return read;
      }
    } catch (NumberFormatException e) {
      throw Problem.badRequest(name, value, remedy);
    }
    throw Problem.badRequest(name, value, remedy);
  }
}
