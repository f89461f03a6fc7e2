package io.thor.replay;

import java.util.Objects;

/**
 * A row that does not count.
 *
 * @param line of the file, the first is 1
 * @param detail the field, its value and the remedy, in one line
 */
public record LeftOut(long line, Rejection rejection, String detail) {

  public LeftOut {
    Objects.requireNonNull(rejection, "rejection");
    Objects.requireNonNull(detail, "detail");
  }

  /** {@code line 7: price '-3' is not above zero; ...} */
  @Override
  public String toString() {
    return "line " + line + ": " + detail;
  }
}
