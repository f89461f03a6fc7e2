package io.thor.identity;

/**
 * Who does something, and from where.
 *
 * @param username empty for somebody who has not signed in
 * @param address of the client, as text
 */
public record Actor(String username, String address) {

  /** Somebody who has not signed in. */
  public static Actor unknownAt(String address) {
    return new Actor("", address);
  }
}
