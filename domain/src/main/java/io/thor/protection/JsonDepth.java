package io.thor.protection;

/** Measures how deep a JSON text is nested, before anything parses it. */
final class JsonDepth {

  private JsonDepth() {}

  /** The most brackets and braces that are open at once; what is no JSON has a depth as well. */
  static int of(byte[] json) {
    int depth = 0;
    int deepest = 0;
    boolean inText = false;
    for (int i = 0; i < json.length; i++) {
      switch (json[i]) {
        case '"' -> inText = !inText;
        case '\\' -> i += inText ? 1 : 0;
        case '{', '[' -> depth += inText ? 0 : 1;
        case '}', ']' -> depth -= inText ? 0 : 1;
        default -> {}
      }
      deepest = Math.max(deepest, depth);
    }
    return deepest;
  }
}
