package io.thor.replay;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * Reads the times of a trade file.
 *
 * <ul>
 *   <li>ISO 8601 with {@code T} or a blank between date and time, {@code Z} or an offset, up to
 *       nine decimals: {@code 2024-03-08T14:30:00.123Z}, {@code 2024-03-08 09:30:00-05:00}, {@code
 *       2024-03-08 14:30:00 UTC}. One without zone is in UTC, as all times of this tool.
 *   <li>Numbers since 1970, by the count of digits before the point: up to 11 seconds, 12 to 14
 *       milliseconds, 15 to 17 microseconds, 18 or 19 nanoseconds; decimals count, and seconds may
 *       have an exponent.
 * </ul>
 *
 * <p>Threads: not thread safe; it remembers the date of the time before.
 */
final class TradeTimes {

  private static final Pattern NUMBER =
      Pattern.compile("\\d{1,19}(\\.\\d{0,12})?|\\d(\\.\\d{1,18})?[eE]\\+?\\d{1,2}");
  private static final int LONGEST = 40;
  private static final int NANO_DIGITS = 9;
  private static final int MILLISECONDS_LENGTH = 13;
  private static final int DATE_LENGTH = 10;
  private static final int OFFSET_LENGTH = "+05:30".length();
  private static final int MOST_OFFSET_HOURS = 17;
  private static final int SECONDS_LENGTH = "2024-03-08T14:30:00".length();

  /** How many nanoseconds the last of some decimals stands for, by how many are missing to nine. */
  private static final int[] NANOS_OF = {
    1, 10, 100, 1000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000
  };

  private String date = "";
  private long dateSeconds;

  Instant parse(String text) throws RejectedRowException {
    long number = PlainDecimal.wholeNumber(text);
    if (number >= 0 && text.length() == MILLISECONDS_LENGTH) {
      return Instant.ofEpochMilli(number);
    }
    try {
      Optional<Instant> plain = plain(text);
      if (plain.isPresent()) {
        return plain.get();
      }
      if (NUMBER.matcher(text).matches()) {
        return sinceEpoch(new BigDecimal(text));
      }
      if (text.length() <= LONGEST && text.length() > DATE_LENGTH) {
        return iso(text);
      }
    } catch (DateTimeException | ArithmeticException e) {
      throw bad(text);
    }
    throw bad(text);
  }

  private static Instant iso(String text) {
    String form =
        text.charAt(DATE_LENGTH) == ' '
            ? text.substring(0, DATE_LENGTH) + 'T' + text.substring(DATE_LENGTH + 1)
            : text;
    form = form.replace(" ", "").replace("UTC", "Z");
    boolean zoned = form.endsWith("Z") || form.endsWith("z") || hasOffset(form);
    return zoned
        ? OffsetDateTime.parse(withColon(form)).toInstant()
        : LocalDateTime.parse(form).toInstant(ZoneOffset.UTC);
  }

  /** As most files have it, with or without decimals, by hand: a tenth of the parser's time. */
  private Optional<Instant> plain(String text) {
    int length = text.length();
    if (length < SECONDS_LENGTH || !isTime(text)) {
      return Optional.empty();
    }
    int end = SECONDS_LENGTH;
    int nanos = 0;
    if (end < length && text.charAt(end) == '.') {
      int most = Math.min(length, SECONDS_LENGTH + 1 + NANO_DIGITS);
      for (end++; end < most && isDigit(text.charAt(end)); end++) {
        nanos = nanos * 10 + text.charAt(end) - '0';
      }
      nanos *= NANOS_OF[SECONDS_LENGTH + 1 + NANO_DIGITS - end];
    }
    OptionalInt offset = text.charAt(end - 1) == '.' ? OptionalInt.empty() : offset(text, end);
    return offset.isPresent()
        ? Optional.of(
            Instant.ofEpochSecond(startOfDay(text) + secondOfDay(text) - offset.getAsInt(), nanos))
        : Optional.empty();
  }

  /** Seconds before UTC, of nothing, {@code Z} and {@code +05:30}; empty for other forms. */
  private static OptionalInt offset(String text, int at) {
    int length = text.length() - at;
    if (length == 0 || length == 1 && text.charAt(at) == 'Z') {
      return OptionalInt.of(0);
    }
    char sign = length == OFFSET_LENGTH ? text.charAt(at) : ' ';
    boolean isOffset =
        (sign == '+' || sign == '-')
            && text.charAt(at + 3) == ':'
            && twoDigits(text, at + 1, MOST_OFFSET_HOURS)
            && twoDigits(text, at + 4, 59);
    if (!isOffset) {
      return OptionalInt.empty();
    }
    int seconds = number(text, at + 1) * 3600 + number(text, at + 4) * 60;
    return OptionalInt.of(sign == '-' ? -seconds : seconds);
  }

  private long startOfDay(String text) {
    if (!text.startsWith(date) || date.isEmpty()) {
      String day = text.substring(0, DATE_LENGTH);
      dateSeconds = Instant.parse(day + "T00:00:00Z").getEpochSecond();
      date = day;
    }
    return dateSeconds;
  }

  private static boolean isDigit(char character) {
    return character >= '0' && character <= '9';
  }

  private static boolean isTime(String text) {
    return (text.charAt(DATE_LENGTH) == 'T' || text.charAt(DATE_LENGTH) == ' ')
        && text.charAt(13) == ':'
        && text.charAt(16) == ':'
        && twoDigits(text, 11, 23)
        && twoDigits(text, 14, 59)
        && twoDigits(text, 17, 59);
  }

  private static boolean twoDigits(String text, int at, int most) {
    char tens = text.charAt(at);
    char ones = text.charAt(at + 1);
    return isDigit(tens) && isDigit(ones) && number(text, at) <= most;
  }

  private static long secondOfDay(String text) {
    return number(text, 11) * 3600L + number(text, 14) * 60L + number(text, 17);
  }

  private static int number(String text, int at) {
    return (text.charAt(at) - '0') * 10 + text.charAt(at + 1) - '0';
  }

  private static boolean hasOffset(String text) {
    return text.indexOf('+', DATE_LENGTH) >= 0 || text.indexOf('-', DATE_LENGTH) >= 0;
  }

  /** {@code +0100} and {@code +01} as the parser wants them, {@code +01:00}. */
  private static String withColon(String text) {
    int sign = Math.max(text.indexOf('+', DATE_LENGTH), text.indexOf('-', DATE_LENGTH));
    int digits = text.length() - sign - 1;
    if (sign < 0 || digits > 4) {
      return text;
    }
    return digits == 4
        ? text.substring(0, sign + 3) + ':' + text.substring(sign + 3)
        : text + ":00";
  }

  private static Instant sinceEpoch(BigDecimal number) {
    int digits = number.precision() - number.scale();
    int unit = digits <= 11 ? 0 : digits <= 14 ? 3 : digits <= 17 ? 6 : NANO_DIGITS;
    BigDecimal nanos = number.movePointRight(NANO_DIGITS - unit).setScale(0, RoundingMode.DOWN);
    BigDecimal[] parts = nanos.divideAndRemainder(BigDecimal.TEN.pow(NANO_DIGITS));
    return Instant.ofEpochSecond(parts[0].longValueExact(), parts[1].longValueExact());
  }

  private static RejectedRowException bad(String text) {
    return RejectedRowException.field(
        Rejection.BAD_TIME,
        "time",
        text,
        "is no time; write 2024-03-08T14:30:00Z, or seconds or milliseconds since 1970");
  }
}
