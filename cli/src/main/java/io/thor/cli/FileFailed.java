package io.thor.cli;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** A file cannot be read or written. */
final class FileFailed extends CommandFailure {

  private static final long serialVersionUID = 1L;

  /**
   * A failure while a file was read and others written; the exception names another one of them.
   *
   * @param file what was read
   */
  FileFailed(String file, IOException cause) {
    super(ExitCode.FILE_FAILED, words(file, cause), cause);
  }

  private static String words(String file, IOException cause) {
    if (cause instanceof NoSuchFileException missing) {
      return missing.getFile() + " does not exist. Check the path.";
    }
    if (cause instanceof FileSystemException failed) {
      String reason = failed.getReason() == null ? "no access" : failed.getReason();
      return failed.getFile() + " cannot be used (" + reason + "). Check path and permissions.";
    }
    if (cause instanceof EOFException) {
      return file + " is cut off inside its gzip data. Fetch it again.";
    }
    return file + " cannot be used: " + cause.getMessage() + ". Check the file.";
  }
}
