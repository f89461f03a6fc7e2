package io.thor.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.thor.config.InvalidSettingException;
import io.thor.config.Profile;
import io.thor.config.Settings;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordsTest {

  /** The published vector of PBKDF2 with HMAC-SHA-512: one round over "password" and "salt". */
  private static final String VECTOR =
      "867f70cf1ade02cff3752599a3a53dc4af34c7a669815ae5d513554e1c8cf252";

  private final Passwords passwords = with(new Settings());

  /** As in the demonstration: how many rounds there are makes no difference but time. */
  private final Passwords quick = with(new FewRounds());

  private static Passwords with(Settings settings) {
    Passwords passwords = new Passwords();
    passwords.settings = settings;
    return passwords;
  }

  @AfterEach
  void clear() {
    System.clearProperty(Passwords.ROUNDS_KEY);
    System.clearProperty(Profile.KEY);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "correct horse", "pässwörd 漢字 😀", "with$dollars$"})
  void aPasswordMatchesItsOwnHashAlone(String password) {
    String stored = quick.hash(password);

    assertTrue(quick.matches(password, stored));
    assertFalse(quick.matches(password + "x", stored));
  }

  @Test
  void twoHashesOfOnePasswordDiffer() {
    assertNotEquals(quick.hash("same"), quick.hash("same"));
  }

  @Test
  void aHashSaysHowItWasMade() {
    String[] parts = passwords.hash("secret").split("\\$");

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

    assertTrue(quick.matches("password", stored));
    assertFalse(quick.matches("Password", stored));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "plain-secret", "bcrypt$10$salt$plain-secret", "pbkdf2-sha512$1$x"})
  void aForeignHashIsRefusedAndNotShown(String stored) {
    assertEquals(
        "a stored password hash is not pbkdf2-sha512",
        assertThrows(IllegalStateException.class, () -> quick.matches("x", stored)).getMessage());
  }

  @Test
  void newHashesHaveTheRoundsConfiguredAndOldOnesStayValid() {
    String before = quick.hash("secret");
    System.setProperty(Profile.KEY, "demo");
    System.setProperty(Passwords.ROUNDS_KEY, "1001");
    Passwords raised = with(new Settings());

    String after = raised.hash("secret");
    assertEquals("1001", after.split("\\$")[1]);
    assertTrue(raised.matches("secret", before));
    assertTrue(raised.isWeak(before));
    assertFalse(raised.isWeak(after));
    assertFalse(quick.isWeak(before));
  }

  @Test
  void fewerRoundsThanAdvisedAreForTheDemonstrationAlone() {
    System.setProperty(Passwords.ROUNDS_KEY, "1000");

    assertThrows(InvalidSettingException.class, () -> with(new Settings()).hash("secret"));

    System.setProperty(Profile.KEY, "demo");
    assertEquals("1000", with(new Settings()).hash("secret").split("\\$")[1]);
  }

  private static final class FewRounds extends Settings {
    @Override
    public Optional<String> find(String key) {
      return Optional.ofNullable(
          Map.of(Profile.KEY, "demo", Passwords.ROUNDS_KEY, "1000").get(key));
    }
  }
}
