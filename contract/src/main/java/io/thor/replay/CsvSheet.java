package io.thor.replay;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * A CSV file in the making. It appears under its name when it is finished, whole, in place of what
 * was there; one that is closed unfinished leaves nothing. Rows of several symbols get a first
 * column {@code symbol}.
 *
 * <p>Threads: not thread safe.
 */
final class CsvSheet implements Closeable {

  private static final String SYMBOL_COLUMN = "symbol,";

  private final Path target;
  private final Path body;
  private final Path whole;
  private final String columns;
  private final BufferedWriter writer;
  private String firstSymbol = "";
  private boolean severalSymbols;

  CsvSheet(Path target, String columns) throws IOException {
    this.target = target.toAbsolutePath();
    this.columns = columns;
    body = this.target.resolveSibling(this.target.getFileName() + ".rows.part");
    whole = this.target.resolveSibling(this.target.getFileName() + ".part");
    writer = Files.newBufferedWriter(body);
  }

  void row(String symbol, String row) throws IOException {
    if (firstSymbol.isEmpty()) {
      firstSymbol = symbol;
    }
    severalSymbols |= !symbol.equals(firstSymbol);
    writer.append(symbol).append(',').append(row).append('\n');
  }

  /** Writes the file. */
  void finish() throws IOException {
    writer.close();
    int skipped = severalSymbols ? 0 : firstSymbol.length() + 1;
    try (BufferedReader rows = Files.newBufferedReader(body);
        BufferedWriter out = Files.newBufferedWriter(whole)) {
      out.append(severalSymbols ? SYMBOL_COLUMN : "").append(columns).append('\n');
      for (String row = rows.readLine(); row != null; row = rows.readLine()) {
        out.append(row, skipped, row.length()).append('\n');
      }
    }
    Files.move(whole, target, StandardCopyOption.REPLACE_EXISTING);
  }

  @Override
  public void close() throws IOException {
    writer.close();
    Files.deleteIfExists(body);
    Files.deleteIfExists(whole);
  }
}
