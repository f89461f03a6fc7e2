package io.thor.tests.server;

import java.util.List;
import java.util.Map;

/**
 * Suits a server that lives for a minute or two and shares two processors with its tests. Where
 * {@code thor.test.full} is set, tests measure, and servers run as they do for users.
 */
final class ShortLived {
  private static final boolean MEASURED = Boolean.getBoolean("thor.test.full");

  /** The optimizing compiler would take more from such a server than it ever gives back. */
  static final List<String> JVM_OPTIONS =
      MEASURED ? List.of() : List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

  /** Without that compiler, a password hash of the usual rounds takes most of a second. */
  static final Map<String, String> SETTINGS =
      MEASURED ? Map.of() : Map.of("thor.security.password-rounds", "1000");

  private ShortLived() {}

  /** The options as one text, for a variable of a server's own scripts. */
  static String jvmOptions() {
    return String.join(" ", JVM_OPTIONS);
  }
}
