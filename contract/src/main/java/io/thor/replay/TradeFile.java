package io.thor.replay;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;

/**
 * Reads a trade file of any length, row after row: CSV as it is or gzipped, with a header or
 * without, as {@link Columns} and {@link TradeTimes} say. Blank lines do not count.
 *
 * <p>Threads: not thread safe. Errors: a row that makes no trade is handed over and reading goes
 * on; {@link UnusableFileException} for a header that lacks a column; {@link IOException} where the
 * stream fails, so for a gzip file that is cut off.
 */
public final class TradeFile implements Closeable {

  private static final int GZIP_FIRST = 0x1f;
  private static final int GZIP_SECOND = 0x8b;
  private static final int BUFFER = 1 << 16;

  private final LineReader lines;
  private final Consumer<LeftOut> leftOut;
  private final RowParser parser;
  private boolean started;
  private long rows;

  private TradeFile(LineReader lines, TradeFileRules rules, Consumer<LeftOut> leftOut)
      throws IOException {
    this.lines = lines;
    this.leftOut = leftOut;
    parser = new RowParser(columns(rules.symbol().isEmpty()), rules);
  }

  /**
   * Begins to read; the stream is closed with this object.
   *
   * @param leftOut takes what makes no trade, in order
   */
  public static TradeFile open(InputStream bytes, TradeFileRules rules, Consumer<LeftOut> leftOut)
      throws IOException {
    InputStream buffered = new BufferedInputStream(bytes, BUFFER);
    buffered.mark(2);
    boolean gzip = buffered.read() == GZIP_FIRST && buffered.read() == GZIP_SECOND;
    buffered.reset();
    return new TradeFile(
        new LineReader(gzip ? new GZIPInputStream(buffered, BUFFER) : buffered), rules, leftOut);
  }

  /** The next trade; empty at the end. */
  public Optional<TradeRow> next() throws IOException {
    while (started || lines.next()) {
      started = false;
      if (lines.isTooLong() || !lines.text().isBlank()) {
        Optional<TradeRow> row = row();
        if (row.isPresent()) {
          return row;
        }
      }
    }
    return Optional.empty();
  }

  /** How many rows were read, the header excepted. */
  public long rows() {
    return rows;
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }

  private Optional<TradeRow> row() {
    rows++;
    try {
      return Optional.of(parser.parse(lines.number(), fields()));
    } catch (RejectedRowException e) {
      leftOut.accept(new LeftOut(lines.number(), e.rejection(), e.getMessage()));
      return Optional.empty();
    }
  }

  private List<String> fields() throws RejectedRowException {
    if (lines.isTooLong()) {
      throw new RejectedRowException(
          Rejection.BAD_ROW,
          "the line has more than " + LineReader.LONGEST + " characters; shorten it");
    }
    return CsvFields.of(lines.text());
  }

  /** Looks at the first line that is not blank; one that is no header is the first row. */
  private Columns columns(boolean symbolInFile) throws IOException {
    while (lines.next()) {
      if (!lines.text().isBlank()) {
        started = true;
        break;
      }
    }
    try {
      List<String> first = started ? fields() : List.of();
      if (Columns.isHeader(first)) {
        started = false;
        return Columns.ofHeader(first, symbolInFile);
      }
    } catch (RejectedRowException e) {
      started = true;
    }
    return Columns.withoutHeader(symbolInFile);
  }
}
