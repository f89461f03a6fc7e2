package io.thor.oidc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BrowserSecretsTest {

  /** RFC 7636, appendix B. */
  @Test
  void hashesTheVerifier() {
    BrowserSecrets secrets =
        new BrowserSecrets("s", "n", "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk");
    assertEquals("E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM", secrets.challenge());
  }

  @Test
  void comesBackFromItsCookie() {
    BrowserSecrets secrets = BrowserSecrets.next();
    assertEquals(Optional.of(secrets), BrowserSecrets.ofCookie(secrets.toCookie()));
    assertTrue(secrets.answers(secrets.state()));
    assertFalse(secrets.answers(""));
    assertFalse(secrets.answers(BrowserSecrets.next().state()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "..", "a.b.c", "a", "x y"})
  void isNoOtherCookie(String value) {
    assertEquals(Optional.empty(), BrowserSecrets.ofCookie(value));
  }
}
