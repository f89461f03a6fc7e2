package io.thor.json;

import java.math.BigDecimal;

/** Builds one JSON text. Not thread safe. */
public final class JsonText {

  private static final char[] HEX = "0123456789abcdef".toCharArray();

  private final StringBuilder out = new StringBuilder(512);
  private boolean first = true;

  public JsonText beginObject() {
    out.append('{');
    first = true;
    return this;
  }

  public JsonText endObject() {
    out.append('}');
    first = false;
    return this;
  }

  public JsonText beginArray() {
    out.append('[');
    first = true;
    return this;
  }

  public JsonText endArray() {
    out.append(']');
    first = false;
    return this;
  }

  /** A member's name; the value must follow. */
  public JsonText name(String name) {
    element();
    quoted(name);
    out.append(':');
    return this;
  }

  /** Starts the next element of an array. */
  public JsonText element() {
    if (!first) {
      out.append(',');
    }
    first = false;
    return this;
  }

  public JsonText text(String value) {
    quoted(value);
    return this;
  }

  public JsonText number(long value) {
    out.append(value);
    return this;
  }

  public JsonText number(BigDecimal value) {
    out.append(value.toPlainString());
    return this;
  }

  public JsonText bool(boolean value) {
    out.append(value);
    return this;
  }

  /** The value {@code null}. */
  public JsonText nothing() {
    out.append("null");
    return this;
  }

  private void quoted(String value) {
    out.append('"');
    for (int i = 0; i < value.length(); i++) {
      character(value.charAt(i));
    }
    out.append('"');
  }

  private void character(char c) {
    switch (c) {
      case '"' -> out.append("\\\"");
      case '\\' -> out.append("\\\\");
      case '\n' -> out.append("\\n");
      case '\r' -> out.append("\\r");
      case '\t' -> out.append("\\t");
      default -> {
        if (c < 0x20 || Character.isSurrogate(c)) {
          unicodeEscape(c);
        } else {
          out.append(c);
        }
      }
    }
  }

  /** Surrogates are escaped one by one, so that a lone one cannot break the UTF-8 frame. */
  private void unicodeEscape(char c) {
    out.append("\\u")
        .append(HEX[c >> 12])
        .append(HEX[(c >> 8) & 15])
        .append(HEX[(c >> 4) & 15])
        .append(HEX[c & 15]);
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
