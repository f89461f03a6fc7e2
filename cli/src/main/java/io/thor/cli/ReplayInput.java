package io.thor.cli;

import java.io.FileNotFoundException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.OptionalLong;

/**
 * The bytes of a file, or of standard input, with how many of them were read.
 *
 * <p>Threads: not thread safe.
 */
final class ReplayInput extends FilterInputStream {

  private static final String STANDARD_INPUT = "-";

  private final OptionalLong size;
  private long read;

  private ReplayInput(InputStream bytes, OptionalLong size) {
    super(bytes);
    this.size = size;
  }

  /** Opens a file; {@code -} is standard input. */
  static ReplayInput open(String file) throws IOException {
    if (file.equals(STANDARD_INPUT)) {
      return new ReplayInput(System.in, OptionalLong.empty());
    }
    Path path = path(file);
    if (Files.isDirectory(path)) {
      throw new FileNotFoundException("it is a directory");
    }
    OptionalLong size =
        Files.isRegularFile(path) ? OptionalLong.of(Files.size(path)) : OptionalLong.empty();
    return new ReplayInput(Files.newInputStream(path), size);
  }

  private static Path path(String file) throws IOException {
    try {
      return Path.of(file);
    } catch (InvalidPathException e) {
      throw new IOException("it is no path", e);
    }
  }

  /** How long the file is; empty where nobody knows. */
  OptionalLong size() {
    return size;
  }

  /** How many bytes of it were read; compressed ones where it is compressed. */
  long bytesRead() {
    return read;
  }

  @Override
  public int read() throws IOException {
    int value = super.read();
    read += value < 0 ? 0 : 1;
    return value;
  }

  @Override
  public int read(byte[] into, int from, int length) throws IOException {
    int count = super.read(into, from, length);
    read += Math.max(count, 0);
    return count;
  }
}
