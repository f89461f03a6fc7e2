package io.thor.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The build fixes the environment of these tests and leaves MicroProfile Config away. */
class SettingsTest {

  private static final String KEY = "thor.test.limit-ms";
  private static final String IN_ENVIRONMENT = "thor.test.in-environment";

  private final Settings settings = settings();

  @AfterEach
  void clear() {
    System.clearProperty(KEY);
    System.clearProperty(IN_ENVIRONMENT);
    System.clearProperty(Profile.KEY);
  }

  /** Keys of the tests' own, which nothing is declared of, beside the real profile. */
  private static Settings settings() {
    return new Settings(
        List.of(
            Key.text("thor.test.<name>", Key.NONE, "anything").varies("anything"),
            Key.choice(Profile.KEY, "production", "demo", "production")));
  }

  private static void assertRefused(String message, Executable reading) {
    assertEquals(message, assertThrows(InvalidSettingException.class, reading).getMessage());
  }

  @Test
  void aSystemPropertyWinsOverTheEnvironment() {
    System.setProperty(IN_ENVIRONMENT, "from a property");

    assertEquals(Optional.of("from a property"), settings.find(IN_ENVIRONMENT));
  }

  @Test
  void theEnvironmentIsReadUnderTheKeysVariable() {
    assertEquals(Optional.of("from the environment"), settings.find(IN_ENVIRONMENT));
  }

  @Test
  void whatIsNowhereIsAbsentAlsoWithoutMicroProfile() {
    assertThrows(
        ClassNotFoundException.class,
        () -> Class.forName("org.eclipse.microprofile.config.ConfigProvider"));
    assertEquals(Optional.empty(), settings.find(KEY));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  "})
  void whatIsBlankIsNotSet(String blank) {
    System.setProperty(KEY, blank);
    System.setProperty(IN_ENVIRONMENT, blank);

    assertEquals(Optional.empty(), settings.find(KEY));
    assertEquals("fallback", settings.text(KEY, "fallback"));
    assertEquals("from the environment", settings.text(IN_ENVIRONMENT, "fallback"));
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "10, 10", "' 7 ', 7", "-0, 0"})
  void aWholeNumberMayLieOnItsLimits(String written, int value) {
    System.setProperty(KEY, written);

    assertEquals(value, settings.wholeNumber(KEY, 5, 0, 10));
    assertEquals(Duration.ofMillis(value), settings.millis(KEY, 5, 0, 10));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "11", "-1", "ten", "1.5", "1e1", "99999999999"})
  void aWholeNumberOutsideSaysKeyVariableValueAndRemedy(String written) {
    System.setProperty(KEY, written);

    assertRefused(
        "thor.test.limit-ms (or THOR_TEST_LIMIT_MS) is '"
            + written
            + "'; set it to a whole number from 1 to 10",
        () -> settings.wholeNumber(KEY, 5, 1, 10));
  }

  @Test
  void whatIsNotSetHasItsFallback() {
    assertEquals(5, settings.wholeNumber(KEY, 5, 1, 10));
    assertEquals(Duration.ofMillis(5), settings.millis(KEY, 5, 1, 10));
    assertEquals(true, settings.flag(KEY, true));
    assertEquals(false, settings.flag(KEY, false));
    assertEquals(Optional.empty(), settings.constant(KEY, Profile.class));
  }

  @ParameterizedTest
  @CsvSource({"true, true", "TRUE, true", "false, false", "False, false"})
  void aFlagIsTrueOrFalseInEitherCase(String written, boolean value) {
    System.setProperty(KEY, written);

    assertEquals(value, settings.flag(KEY, !value));
  }

  @ParameterizedTest
  @ValueSource(strings = {"yes", "1", "on"})
  void aFlagIsNothingElse(String written) {
    System.setProperty(KEY, written);

    assertRefused(
        "thor.test.limit-ms (or THOR_TEST_LIMIT_MS) is '" + written + "'; set it to true or false",
        () -> settings.flag(KEY, false));
  }

  @Test
  void aConstantIsOneOfItsKind() {
    System.setProperty(KEY, "Demo");
    assertEquals(Optional.of(Profile.DEMO), settings.constant(KEY, Profile.class));

    System.setProperty(KEY, "test");
    assertRefused(
        "thor.test.limit-ms (or THOR_TEST_LIMIT_MS) is 'test'; set it to demo or production",
        () -> settings().constant(KEY, Profile.class));
  }

  @Test
  void aKeyIsReadOnceSoThatAChangeNeedsARestart() {
    System.setProperty(KEY, "first");
    assertEquals("first", settings.text(KEY, ""));

    System.setProperty(KEY, "second");
    assertEquals("first", settings.text(KEY, ""));
    assertEquals("second", settings().text(KEY, ""));
  }

  @Test
  void theProfileIsProductionUnlessItIsSet() {
    assertEquals(Profile.PRODUCTION, Profile.of(settings));

    System.setProperty(Profile.KEY, "demo");
    assertEquals(Profile.DEMO, Profile.of(settings()));
  }

  @ParameterizedTest
  @CsvSource({
    "thor.heartbeat.tick-ms, THOR_HEARTBEAT_TICK_MS",
    "ws.feature.account_balance.max.stage, WS_FEATURE_ACCOUNT_BALANCE_MAX_STAGE",
    "ws.kill.all, WS_KILL_ALL"
  })
  void aKeyHasAVariable(String key, String variable) {
    assertEquals(variable, Settings.variable(key));
  }

  @Test
  void aKeyThatIsNotDeclaredCannotBeRead() {
    assertEquals(
        "thor.nothing is read, but not declared; add it to Keys",
        assertThrows(IllegalStateException.class, () -> settings.find("thor.nothing"))
            .getMessage());
  }

  @Test
  void aKeyCannotBeReadOtherwiseThanItIsDeclared() {
    Settings declared = new Settings(List.of(Key.whole("thor.a-ms", 5, 1, 10, "ms")));

    assertEquals(5, declared.wholeNumber("thor.a-ms", 5, 1, 10));
    assertThrows(IllegalStateException.class, () -> declared.wholeNumber("thor.a-ms", 6, 1, 10));
    assertThrows(IllegalStateException.class, () -> declared.wholeNumber("thor.a-ms", 5, 0, 10));
    assertThrows(IllegalStateException.class, () -> declared.wholeNumber("thor.a-ms", 5, 1, 11));
  }

  @Test
  void aKeyKnowsWhereItsValueComesFrom() {
    assertEquals(Source.ENVIRONMENT, settings.sourceOf(IN_ENVIRONMENT));
    assertEquals(Source.DEFAULT, settings.sourceOf(KEY));

    System.setProperty(KEY, "5");
    assertEquals(Source.SYSTEM_PROPERTY, settings().sourceOf(KEY));
  }
}
