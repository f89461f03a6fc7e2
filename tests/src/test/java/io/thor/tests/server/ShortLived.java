package io.thor.tests.server;

import java.util.List;

/**
 * Suits a server that lives for a minute or two and shares two processors with its tests. Where
 * {@code thor.test.full} is set, tests measure, and servers run as they do for users.
 */
final class ShortLived {
  /** The optimizing compiler would take more from such a server than it ever gives back. */
  static final List<String> JVM_OPTIONS =
      Boolean.getBoolean("thor.test.full")
          ? List.of()
          : List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

  private ShortLived() {}
}
