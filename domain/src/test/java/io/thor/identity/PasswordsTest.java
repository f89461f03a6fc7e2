package io.thor.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordsTest {

  /** The published vector of PBKDF2 with HMAC-SHA-512: one round over "password" and "salt". */
  private static final String VECTOR =
      "867f70cf1ade02cff3752599a3a53dc4af34c7a669815ae5d513554e1c8cf252";

  @ParameterizedTest
  @ValueSource(strings = {"", "correct horse", "pässwörd 漢字 😀", "with$dollars$"})
  void aPasswordMatchesItsOwnHashAlone(String password) {
    String stored = Passwords.hash(password);

    assertTrue(Passwords.matches(password, stored));
    assertFalse(Passwords.matches(password + "x", stored));
  }

  @Test
  void twoHashesOfOnePasswordDiffer() {
    assertNotEquals(Passwords.hash("same"), Passwords.hash("same"));
  }

  @Test
  void aHashSaysHowItWasMade() {
    String[] parts = Passwords.hash("secret").split("\\$");

    assertEquals("pbkdf2-sha512", parts[0]);
    assertEquals("210000", parts[1]);
    assertEquals(16, Base64.getDecoder().decode(parts[2]).length);
    assertEquals(32, Base64.getDecoder().decode(parts[3]).length);
  }

  @Test
  void isThePublishedFunctionWithTheRoundsOfTheHash() {
    Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
    String stored =
        "pbkdf2-sha512$1$%s$%s"
            .formatted(
                base64.encodeToString("salt".getBytes(StandardCharsets.UTF_8)),
                base64.encodeToString(HexFormat.of().parseHex(VECTOR)));

    assertTrue(Passwords.matches("password", stored));
    assertFalse(Passwords.matches("Password", stored));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "plain-secret", "bcrypt$10$salt$plain-secret", "pbkdf2-sha512$1$x"})
  void aForeignHashIsRefusedAndNotShown(String stored) {
    assertEquals(
        "a stored password hash is not pbkdf2-sha512",
        assertThrows(IllegalStateException.class, () -> Passwords.matches("x", stored))
            .getMessage());
  }
}
