package io.thor.replay;

import java.io.IOException;

/** A file is no trade file as a whole: its header lacks a column. */
public final class UnusableFileException extends IOException {

  private static final long serialVersionUID = 1L;

  UnusableFileException(String message) {
    super(message);
  }
}
