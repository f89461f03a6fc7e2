package io.thor.identity;

/**
 * The name of a token, by which it can be spoken of: whoever knows it cannot sign in with it.
 *
 * @param value text of at most 32 characters
 */
public record TokenId(String value) {

  public TokenId {
    if (value.isEmpty() || value.length() > 32) {
      throw new IllegalArgumentException(
          "a token id has " + value.length() + " characters; give 1 to 32");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
