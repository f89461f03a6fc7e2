package io.thor.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EffectiveSettingsTest {

  private static final String WORKERS = "thor.push.workers";
  private static final String PASSWORD = "thor.admin-password";

  private final EffectiveSettings settings = new EffectiveSettings();

  EffectiveSettingsTest() {
    settings.settings = new Settings();
  }

  @AfterEach
  void clear() {
    System.clearProperty(WORKERS);
    System.clearProperty(PASSWORD);
  }

  @Test
  void aKeyThatIsSetHasItsValueAndSource() {
    System.setProperty(WORKERS, "3");

    assertEquals(
        new EffectiveSetting(WORKERS, "3", "system property", "THOR_PUSH_WORKERS"), of(WORKERS));
  }

  @Test
  void aFallbackThatVariesIsShownAsItWasRead() {
    assertEquals("half the processors, at most 8", of(WORKERS).value());

    settings.settings.wholeNumber(WORKERS, 2, 1, 64);
    assertEquals(new EffectiveSetting(WORKERS, "2", "default", "THOR_PUSH_WORKERS"), of(WORKERS));
  }

  @Test
  void aSecretIsNeverShown() {
    assertEquals("none", of(PASSWORD).value());

    System.setProperty(PASSWORD, "swordfish");
    settings.settings = new Settings();
    assertEquals("(set)", of(PASSWORD).value());
    assertFalse(settings.all().toString().contains("swordfish"));
  }

  @Test
  void ofAFamilyThereIsWhatWasRead() {
    settings.settings.flag("thor.jobs.intraday.enabled", true);

    List<String> jobs =
        settings.all().stream()
            .map(EffectiveSetting::key)
            .filter(key -> key.startsWith("thor.jobs."))
            .toList();
    assertEquals(List.of("thor.jobs.intraday.enabled"), jobs);
  }

  private EffectiveSetting of(String key) {
    return settings.all().stream().filter(row -> row.key().equals(key)).findFirst().orElseThrow();
  }
}
