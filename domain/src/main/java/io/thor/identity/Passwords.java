package io.thor.identity;

import io.thor.config.Profile;
import io.thor.config.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * Password hashes: PBKDF2 with HMAC-SHA-512 and 210,000 rounds, as the OWASP password storage cheat
 * sheet advises, or as many as configured, written {@code pbkdf2-sha512$rounds$salt$hash}.
 *
 * <p>Threads: any. One hash costs about a tenth of a second on purpose.
 */
@ApplicationScoped
public class Passwords {

  /** Key: rounds of new hashes; fewer than advised in the demonstration's profile alone. */
  public static final String ROUNDS_KEY = "thor.security.password-rounds";

  private static final String ALGORITHM = "PBKDF2WithHmacSHA512";
  private static final String LABEL = "pbkdf2-sha512";
  private static final int ADVISED_ROUNDS = 210_000;
  private static final int LEAST_ROUNDS = 1_000;
  private static final int MOST_ROUNDS = 10_000_000;
  private static final int SALT_BYTES = 16;
  private static final int HASH_BITS = 256;
  private static final SecureRandom RANDOM = new SecureRandom();

  @Inject Settings settings;

  /** A salted hash to store. */
  public String hash(String password) {
    int rounds = rounds();
    byte[] salt = newSalt();
    Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
    return String.join(
        "$",
        LABEL,
        Integer.toString(rounds),
        base64.encodeToString(salt),
        base64.encodeToString(derive(password, salt, rounds)));
  }

  /**
   * Whether a password belongs to a stored hash; takes the same time either way, and for a hash
   * with fewer rounds than configured as long as for nobody.
   */
  public boolean matches(String password, String stored) {
    String[] parts = partsOf(stored);
    byte[] salt = Base64.getDecoder().decode(parts[2]);
    byte[] expected = Base64.getDecoder().decode(parts[3]);
    int rounds = Integer.parseInt(parts[1]);
    boolean belongs = MessageDigest.isEqual(expected, derive(password, salt, rounds));
    if (rounds < rounds()) {
      derive(password, salt, rounds() - rounds);
    }
    return belongs;
  }

  /** Spends the time of a check where there is nothing to check against. */
  void matchNobody(String password) {
    derive(password, newSalt(), rounds());
  }

  /** Whether a stored hash has fewer rounds than a new one would have. */
  boolean isWeak(String stored) {
    return Integer.parseInt(partsOf(stored)[1]) < rounds();
  }

  private int rounds() {
    int least = Profile.of(settings) == Profile.DEMO ? LEAST_ROUNDS : ADVISED_ROUNDS;
    return settings.wholeNumber(ROUNDS_KEY, ADVISED_ROUNDS, least, MOST_ROUNDS);
  }

  private static String[] partsOf(String stored) {
    String[] parts = stored.split("\\$");
    if (parts.length != 4 || !parts[0].equals(LABEL)) {
      throw new IllegalStateException("a stored password hash is not " + LABEL);
    }
    return parts;
  }

  private static byte[] newSalt() {
    byte[] salt = new byte[SALT_BYTES];
    RANDOM.nextBytes(salt);
    return salt;
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
