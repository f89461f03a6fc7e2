package io.thor.tests.server;

import java.util.List;

/** Suits a server that lives for a minute or two and shares two processors with its tests. */
final class ShortLived {
  /** The optimizing compiler would take more from such a server than it ever gives back. */
  static final List<String> JVM_OPTIONS = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

  private ShortLived() {}
}
