package io.thor.replay;

import java.util.ArrayList;
import java.util.List;

/**
 * Splits one line of CSV (RFC 4180) into fields without the blanks around them. A field in quotes
 * may hold commas and doubled quotes, but no end of line: so a quote without end costs one row.
 */
public final class CsvFields {

  private static final char COMMA = ',';
  private static final char QUOTE = '"';

  private final String line;
  private final List<String> fields = new ArrayList<>(6);
  private int at;

  private CsvFields(String line) {
    this.line = line;
  }

  /** The fields of a line. */
  public static List<String> of(String line) throws RejectedRowException {
    CsvFields csv = new CsvFields(line);
    if (line.indexOf(QUOTE) < 0) {
      csv.splitAtCommas();
    } else {
      csv.splitWithQuotes();
    }
    return csv.fields;
  }

  private void splitAtCommas() {
    int comma = line.indexOf(COMMA);
    while (comma >= 0) {
      fields.add(line.substring(at, comma).strip());
      at = comma + 1;
      comma = line.indexOf(COMMA, at);
    }
    fields.add(line.substring(at).strip());
  }

  private void splitWithQuotes() throws RejectedRowException {
    boolean more = true;
    while (more) {
      skipBlanks();
      fields.add(at < line.length() && line.charAt(at) == QUOTE ? quoted() : plain());
      more = at < line.length();
      at++;
    }
  }

  private void skipBlanks() {
    while (at < line.length() && line.charAt(at) == ' ') {
      at++;
    }
  }

  private String plain() {
    int comma = line.indexOf(COMMA, at);
    int end = comma < 0 ? line.length() : comma;
    String field = line.substring(at, end).strip();
    at = end;
    return field;
  }

  private String quoted() throws RejectedRowException {
    StringBuilder field = new StringBuilder();
    int from = at + 1;
    int quote = line.indexOf(QUOTE, from);
    while (quote >= 0 && quote + 1 < line.length() && line.charAt(quote + 1) == QUOTE) {
      field.append(line, from, quote + 1);
      from = quote + 2;
      quote = line.indexOf(QUOTE, from);
    }
    if (quote < 0) {
      throw new RejectedRowException(
          Rejection.BAD_ROW, "a quote has no end on its line; close it or double it");
    }
    field.append(line, from, quote);
    at = quote + 1;
    skipBlanks();
    if (at < line.length() && line.charAt(at) != COMMA) {
      throw new RejectedRowException(
          Rejection.BAD_ROW, "text follows a field in quotes; put a comma between them");
    }
    return field.toString().strip();
  }
}
