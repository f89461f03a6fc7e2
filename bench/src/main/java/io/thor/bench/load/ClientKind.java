package io.thor.bench.load;

/** How a session of the load generator behaves. */
public enum ClientKind {
  /** Says nothing and gets everything. */
  PLAIN(""),
  /** Says hello and subscribes. */
  FULL(
      "{\"type\":\"hello\",\"id\":1,\"data\":{\"protocol\":1,\"batch\":false,\"client\":\"bench\"}}"),
  /** The same, and takes batches. */
  BATCH(
      "{\"type\":\"hello\",\"id\":1,\"data\":{\"protocol\":1,\"batch\":true,\"client\":\"bench\"}}");

  /** What subscribes to every synthetic topic. */
  static final String SUBSCRIBE =
      "{\"type\":\"subscribe\",\"id\":2,\"data\":{\"topics\":[{\"topic\":\"synthetic:*\"}]}}";

  private final String hello;

  ClientKind(String hello) {
    this.hello = hello;
  }

  /** The first message, or nothing. */
  String hello() {
    return hello;
  }
}
