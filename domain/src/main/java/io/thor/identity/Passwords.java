package io.thor.identity;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * Password hashes: PBKDF2 with HMAC-SHA-512 and 210,000 rounds, as the OWASP password storage cheat
 * sheet advises, written {@code pbkdf2-sha512$rounds$salt$hash}.
 *
 * <p>Threads: any. One hash costs about a tenth of a second on purpose.
 */
public final class Passwords {

  private static final String ALGORITHM = "PBKDF2WithHmacSHA512";
  private static final String LABEL = "pbkdf2-sha512";
  private static final int ROUNDS = 210_000;
  private static final int SALT_BYTES = 16;
  private static final int HASH_BITS = 256;
  private static final SecureRandom RANDOM = new SecureRandom();

  /** Hashed when a user does not exist, so that the answer takes as long. */
  private static final String NOBODY = hash("nobody");

  private Passwords() {}

  /** A salted hash to store. */
  public static String hash(String password) {
    byte[] salt = new byte[SALT_BYTES];
    RANDOM.nextBytes(salt);
    Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
    return String.join(
        "$",
        LABEL,
        Integer.toString(ROUNDS),
        base64.encodeToString(salt),
        base64.encodeToString(derive(password, salt, ROUNDS)));
  }

  /** Whether a password belongs to a stored hash; takes the same time either way. */
  public static boolean matches(String password, String stored) {
    String[] parts = stored.split("\\$");
    if (parts.length != 4 || !parts[0].equals(LABEL)) {
      throw new IllegalStateException("a stored password hash is not " + LABEL);
    }
    byte[] salt = Base64.getDecoder().decode(parts[2]);
    byte[] expected = Base64.getDecoder().decode(parts[3]);
    return MessageDigest.isEqual(expected, derive(password, salt, Integer.parseInt(parts[1])));
  }

  /** Spends the time of a check where there is nothing to check against. */
  static void matchNobody(String password) {
    matches(password, NOBODY);
  }

  private static byte[] derive(String password, byte[] salt, int rounds) {
    PBEKeySpec spec = new PBEKeySpec(password.toCharArray(), salt, rounds, HASH_BITS);
    try {
      return SecretKeyFactory.getInstance(ALGORITHM).generateSecret(spec).getEncoded();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(ALGORITHM + " is missing from this Java runtime", e);
    } finally {
      spec.clearPassword();
    }
  }
}
