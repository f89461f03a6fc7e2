package io.thor.tests.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.util.ArrayList;
import java.util.List;

/** Runs what needs no rights without those of root, by {@code setpriv}. */
final class Unprivileged {
  private static final String USER = "nobody";
  private static final List<String> PREFIX =
      List.of("setpriv", "--reuid=" + USER, "--regid=65534", "--clear-groups");
  private static final boolean ROOT = "root".equals(System.getProperty("user.name"));

  private Unprivileged() {}

  /** The command under which the given one runs as nobody; for others than root the same one. */
  static List<String> command(List<String> command) {
    List<String> whole = new ArrayList<>(ROOT ? PREFIX : List.of());
    whole.addAll(command);
    return whole;
  }

  /** A new directory in which such a command may write, outside of all that is root's alone. */
  static Path directory(String prefix) {
    try {
      Path directory = Files.createTempDirectory(prefix);
      if (ROOT) {
        UserPrincipal owner =
            directory.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(USER);
        Files.setOwner(directory, owner);
      }
      return directory;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot prepare a directory for " + prefix, e);
    }
  }
}
