package io.thor.oidc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.thor.config.InvalidSettingException;
import io.thor.config.Settings;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OidcSettingsTest {

  private final Map<String, String> given =
      new HashMap<>(
          Map.of("thor.oidc.issuer", "https://login.example.com", "thor.oidc.client-id", "thor"));

  private Optional<OidcSettings> read() {
    return OidcSettings.of(
        new Settings() {
          @Override
          public Optional<String> find(String key) {
            return Optional.ofNullable(given.get(key));
          }
        });
  }

  @Test
  void thereIsNoneUntilAnIssuerIsSet() {
    given.remove("thor.oidc.issuer");
    assertEquals(Optional.empty(), read());
  }

  @Test
  void grantsAdministrationToNobodyByDefault() {
    OidcSettings settings = read().orElseThrow();
    assertTrue(settings.roles().containsKey("trader"));
    assertTrue(settings.roles().values().stream().noneMatch("admin"::equals));
    assertEquals(Optional.empty(), settings.audience());
    assertEquals(Duration.ofSeconds(30), settings.skew());
  }

  @Test
  void mapsRoles() {
    given.put("thor.oidc.roles", "desk eu=trader,ops=operator");
    assertEquals(Map.of("desk eu", "trader", "ops", "operator"), read().orElseThrow().roles());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "thor.oidc.issuer       | http://login.example.com",
        "thor.oidc.issuer       | login.example.com",
        "thor.oidc.issuer       | https://",
        "thor.oidc.redirect-uri | http://desk.example.com/back",
        "thor.oidc.client-id    |",
        "thor.oidc.algorithms   | none",
        "thor.oidc.algorithms   | RS256,HS256",
        "thor.oidc.roles        | trader"
      })
  void refusesWhatIsNotSafe(String key, String value) {
    given.remove(key);
    Optional.ofNullable(value).ifPresent(text -> given.put(key, text));
    InvalidSettingException refused = assertThrows(InvalidSettingException.class, this::read);
    assertTrue(refused.getMessage().contains(key), refused.getMessage());
  }
}
