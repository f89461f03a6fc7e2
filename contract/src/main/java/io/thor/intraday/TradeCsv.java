package io.thor.intraday;

import io.thor.message.Decimals;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads recorded trades, one at a time, from CSV rows {@code time,price,quantity}, oldest first.
 *
 * <p>The time is in seconds since 1970 or in ISO 8601 with {@code Z}; price and quantity are plain
 * decimals, taken exactly. A first line that starts with a letter is a header; blank lines do not
 * count. Sequences are 1, 2, 3 ... in the order of the file.
 *
 * <p>Threads: not thread safe. Errors: a bad row is an {@link IllegalArgumentException} that names
 * line, value and remedy; a failing stream is an {@link UncheckedIOException}.
 */
public final class TradeCsv implements Iterator<Trade>, AutoCloseable {

  private static final Pattern SECONDS = Pattern.compile("\\d{1,11}");
  private static final Pattern DECIMAL = Pattern.compile("\\d{1,18}(\\.\\d{1,18})?");
  private static final int COLUMNS = 3;

  private final String symbol;
  private final BufferedReader reader;
  private int line;
  private long sequence;
  private Instant previous = Instant.MIN;
  private Optional<String> row;

  /**
   * Starts to read; the stream is closed with this object.
   *
   * @param symbol of all trades, as the rows name none
   */
  public TradeCsv(String symbol, InputStream csv) {
    this.symbol = symbol;
    reader = new BufferedReader(new InputStreamReader(csv, StandardCharsets.UTF_8));
    row = readRow();
    if (row.isPresent() && Character.isLetter(row.get().charAt(0))) {
      row = readRow();
    }
  }

  @Override
  public boolean hasNext() {
    return row.isPresent();
  }

  @Override
  public Trade next() {
    Trade trade = parse(row.orElseThrow(() -> new NoSuchElementException("no trade is left")));
    row = readRow();
    return trade;
  }

  @Override
  public void close() {
    try {
      reader.close();
    } catch (IOException e) {
      throw new UncheckedIOException("closing the trades of " + symbol, e);
    }
  }

  private Optional<String> readRow() {
    try {
      String text;
      do {
        text = reader.readLine();
        line++;
      } while (text != null && text.isBlank());
      return Optional.ofNullable(text);
    } catch (IOException e) {
      throw new UncheckedIOException("reading line " + line + " of the trades of " + symbol, e);
    }
  }

  private Trade parse(String text) {
    String[] columns = text.split(",", -1);
    if (columns.length != COLUMNS) {
      throw bad("row", text, "give time,price,quantity");
    }
    Instant time = time(columns[0].strip());
    BigDecimal price = decimal("price", columns[1].strip());
    if (price.signum() == 0) {
      throw bad("price", columns[1], "give a price above zero or leave the row out");
    }
    BigDecimal quantity = decimal("quantity", columns[2].strip());
    previous = time;
    sequence++;
    return new Trade(symbol, time, sequence, price, quantity);
  }

  private Instant time(String text) {
    Instant time = parseTime(text);
    if (time.isBefore(previous)) {
      throw bad("time", text, "sort the rows, oldest first; the one before has " + previous);
    }
    return time;
  }

  private Instant parseTime(String text) {
    try {
      return SECONDS.matcher(text).matches()
          ? Instant.ofEpochSecond(Long.parseLong(text))
          : Instant.parse(text);
    } catch (DateTimeException e) {
      throw bad("time", text, "give seconds since 1970 or a time like 2013-11-25T00:00:00Z");
    }
  }

  private BigDecimal decimal(String name, String text) {
    if (!DECIMAL.matcher(text).matches()) {
      throw bad(name, text, "give a plain decimal like 807.47");
    }
    return Decimals.quantity(new BigDecimal(text));
  }

  private IllegalArgumentException bad(String name, String value, String remedy) {
    return new IllegalArgumentException(
        "line "
            + line
            + " of the trades of "
            + symbol
            + ": "
            + name
            + " '"
            + value
            + "' is wrong; "
            + remedy);
  }
}
