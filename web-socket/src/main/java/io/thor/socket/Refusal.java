package io.thor.socket;

/**
 * Why a handshake is not let in.
 *
 * @param status of the answer in HTTP
 * @param detail what is full, and the key that sets how much
 */
record Refusal(int status, String detail) {

  private static final int TOO_MANY_REQUESTS = 429;
  private static final int UNAVAILABLE = 503;

  static Refusal serverIsFull(String key, int limit) {
    return new Refusal(
        UNAVAILABLE, "this server has " + limit + " sessions already; " + remedy(key));
  }

  static Refusal tooManyOf(String whom, String key, int limit) {
    return new Refusal(
        TOO_MANY_REQUESTS, whom + " has " + limit + " sessions already; " + remedy(key));
  }

  private static String remedy(String key) {
    return "close one, or let the operator raise " + key;
  }
}
