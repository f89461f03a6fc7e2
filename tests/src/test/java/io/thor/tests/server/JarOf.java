package io.thor.tests.server;

import java.net.URISyntaxException;
import java.nio.file.Path;

/** Finds jars on the class path of the tests, to give them to servers. */
final class JarOf {

  private JarOf() {}

  /** The jar that a type comes from. */
  static Path type(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(type + " comes from no file", e);
    }
  }
}
