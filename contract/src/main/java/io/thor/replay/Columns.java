package io.thor.replay;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Where the fields of a trade stand in a row: by the names of a header in any order and case, or,
 * without one, {@code time,symbol,price,quantity[,trade_id][,conditions]}.
 *
 * @param fields the number of fields that a row has at least and at most
 */
record Columns(Map<Column, Integer> places, int leastFields, int mostFields) {

  /** What a trade file can tell. */
  enum Column {
    TIME("time", "timestamp", "ts", "datetime", "date_time"),
    SYMBOL("symbol", "ticker", "instrument"),
    PRICE("price"),
    QUANTITY("quantity", "qty", "size", "volume", "amount"),
    TRADE_ID("trade_id", "tradeid", "id"),
    CONDITIONS("conditions", "condition");

    private final List<String> names;

    Column(String... names) {
      this.names = List.of(names);
    }

    String title() {
      return names.get(0);
    }
  }

  private static final Map<String, Column> BY_NAME = byName();

  Columns {
    places = Map.copyOf(places);
  }

  /** Whether a file's first row is a header: it names two columns or more; one may be a symbol. */
  static boolean isHeader(List<String> fields) {
    return fields.stream().filter(field -> BY_NAME.containsKey(name(field))).count() >= 2;
  }

  /**
   * Reads a header; columns of other names do not count.
   *
   * @param symbolInFile whether rows name their symbol
   */
  static Columns ofHeader(List<String> header, boolean symbolInFile) throws UnusableFileException {
    Map<Column, Integer> places = new EnumMap<>(Column.class);
    for (int i = 0; i < header.size(); i++) {
      Column column = BY_NAME.get(name(header.get(i)));
      if (column != null && places.put(column, i) != null) {
        throw new UnusableFileException(
            "the header names " + column.title() + " twice: " + header + "; rename one column");
      }
    }
    if (!symbolInFile) {
      places.remove(Column.SYMBOL);
    }
    for (Column column : required(symbolInFile)) {
      if (!places.containsKey(column)) {
        throw new UnusableFileException(
            "the header names no column " + column.title() + ": " + header + "; add it");
      }
    }
    return new Columns(places, header.size(), header.size());
  }

  static Columns withoutHeader(boolean symbolInFile) {
    List<Column> order = new ArrayList<>(List.of(Column.values()));
    if (!symbolInFile) {
      order.remove(Column.SYMBOL);
    }
    Map<Column, Integer> places = new EnumMap<>(Column.class);
    order.forEach(column -> places.put(column, places.size()));
    return new Columns(places, required(symbolInFile).size(), order.size());
  }

  /** A field of a row; empty where file or row has none. */
  Optional<String> field(List<String> row, Column column) {
    return Optional.ofNullable(places.get(column))
        .filter(place -> place < row.size())
        .map(row::get);
  }

  void requireSize(List<String> row) throws RejectedRowException {
    if (row.size() < leastFields || row.size() > mostFields) {
      String wanted =
          leastFields == mostFields ? "" + leastFields : leastFields + " to " + mostFields;
      throw new RejectedRowException(
          Rejection.BAD_ROW,
          "the row has " + row.size() + " fields, not " + wanted + "; give as many as the file's");
    }
  }

  private static List<Column> required(boolean symbolInFile) {
    return symbolInFile
        ? List.of(Column.TIME, Column.SYMBOL, Column.PRICE, Column.QUANTITY)
        : List.of(Column.TIME, Column.PRICE, Column.QUANTITY);
  }

  private static String name(String field) {
    return field.toLowerCase(Locale.ROOT).replace(' ', '_');
  }

  private static Map<String, Column> byName() {
    Map<String, Column> names = new HashMap<>();
    for (Column column : Column.values()) {
      column.names.forEach(name -> names.put(name, column));
    }
    return Map.copyOf(names);
  }
}
