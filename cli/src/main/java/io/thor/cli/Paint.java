package io.thor.cli;

import picocli.CommandLine.Model.CommandSpec;

/**
 * Colours for a terminal; anywhere else the plain text. It never reads markup, so no text of the
 * server can colour itself.
 */
record Paint(boolean on) {

  private static final String RESET = "\u001b[0m";

  /** As the command's output wants it: not without a terminal, nor against {@code NO_COLOR}. */
  static Paint of(CommandSpec spec) {
    return new Paint(spec.commandLine().getColorScheme().ansi().enabled());
  }

  String good(String text) {
    return with("\u001b[32m", text);
  }

  String bad(String text) {
    return with("\u001b[31m", text);
  }

  String strong(String text) {
    return with("\u001b[1m", text);
  }

  private String with(String code, String text) {
    return on ? code + text + RESET : text;
  }
}
