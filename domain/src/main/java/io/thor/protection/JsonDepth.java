package io.thor.protection;

/** Measures how deep a JSON text is nested, before anything parses it. */
public final class JsonDepth {

  /** What Thor reads; a parser on the stack of a thread may overflow it far deeper down. */
  public static final int DEEPEST = 32;

  private JsonDepth() {}

  /** The most brackets and braces that are open at once; what is no JSON has a depth as well. */
  public static int of(CharSequence json) {
    int depth = 0;
    int deepest = 0;
    boolean inText = false;
    for (int i = 0; i < json.length(); i++) {
      switch (json.charAt(i)) {
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
