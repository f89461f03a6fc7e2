package io.thor.oidc;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What binds a browser's way to the issuer and back to that browser, which keeps it in a cookie.
 *
 * @param state comes back beside the code
 * @param nonce comes back in the token
 * @param verifier of which the issuer knows the hash (RFC 7636)
 */
public record BrowserSecrets(String state, String nonce, String verifier) {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int BYTES = 32;
  private static final String SHAPE = "[A-Za-z0-9_-]{43}(\\.[A-Za-z0-9_-]{43}){2}";

  static BrowserSecrets next() {
    return new BrowserSecrets(random(), random(), random());
  }

  /** As {@link #toCookie} wrote them; empty for anything else. */
  public static Optional<BrowserSecrets> ofCookie(String value) {
    return Stream.of(value)
        .filter(text -> text.matches(SHAPE))
        .map(text -> text.split("\\."))
        .map(parts -> new BrowserSecrets(parts[0], parts[1], parts[2]))
        .findFirst();
  }

  public String toCookie() {
    return String.join(".", state, nonce, verifier);
  }

  /** Whether the state that came back is this one. */
  boolean answers(String given) {
    return MessageDigest.isEqual(ascii(given), ascii(state));
  }

  String challenge() {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(ascii(verifier));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 is missing from this Java runtime", e);
    }
  }

  /** Shows nothing. */
  @Override
  public String toString() {
    return "the secrets of a browser";
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static String random() {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
