package io.thor.config;

/** Where the value of a key comes from; the first that has it counts. */
public enum Source {
  SYSTEM_PROPERTY("system property"),
  ENVIRONMENT("environment"),
  MICROPROFILE("MicroProfile Config"),
  DEFAULT("default");

  private final String words;

  Source(String words) {
    this.words = words;
  }

  /** For people. */
  public String words() {
    return words;
  }
}
