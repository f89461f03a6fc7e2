package io.thor.parity;

import io.thor.config.InvalidSettingException;
import io.thor.config.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.stream.Stream;

/**
 * What the configuration says about comparing: keys {@code thor.parity.*}.
 *
 * <p>Threads: any. Errors: {@link InvalidSettingException}.
 */
@ApplicationScoped
public class ParitySettings {

  /** Key: where the probe finds this installation. */
  public static final String URL_KEY = "thor.parity.probe-url";

  private static final String DEFAULT_URL = "http://127.0.0.1:8080/";
  private static final String POLL_KEY = "thor.parity.probe-poll-ms";
  private static final String ACCOUNTS_KEY = "thor.parity.probe-accounts";
  private static final String TESTS_KEY = "thor.parity.self-test-one-in";
  private static final String RETENTION_KEY = "thor.parity.evidence-retention-days";
  private static final String IGNORE_KEY = "thor.parity.ignore";

  @Inject Settings settings;

  /** Ends with a slash. */
  public URI probeUrl() {
    String written = settings.text(URL_KEY, DEFAULT_URL);
    String remedy = "the address of this installation, such as " + DEFAULT_URL;
    try {
      URI url = URI.create(written.endsWith("/") ? written : written + "/");
      if (url.getHost() != null
          && ("http".equals(url.getScheme()) || "https".equals(url.getScheme()))) {
        return url;
      }
    } catch (IllegalArgumentException e) {
      throw new InvalidSettingException(URL_KEY, written, remedy, e);
    }
    throw new InvalidSettingException(URL_KEY, written, remedy);
  }

  /** From one poll of a topic to the next. */
  public Duration probePoll() {
    return settings.millis(POLL_KEY, 2000, 200, 60_000);
  }

  /** How many accounts the probe looks at, of each feature that has accounts. */
  public int probeAccounts() {
    return settings.wholeNumber(ACCOUNTS_KEY, 20, 1, 200);
  }

  /** One in so many comparisons is corrupted on a copy. */
  public int selfTestOneIn() {
    return settings.wholeNumber(TESTS_KEY, SelfTest.ONE_IN, 1, 1_000_000);
  }

  /** How long evidence is kept. */
  public Duration retention() {
    return Duration.ofDays(settings.wholeNumber(RETENTION_KEY, 30, 1, 3650));
  }

  /** How values are compared, with the differences that somebody answers for. */
  public ComparisonRules rules() {
    String written = settings.text(IGNORE_KEY, "");
    try {
      return ComparisonRules.DEFAULTS.ignoring(
          Stream.of(written.split(";"))
              .filter(rule -> !rule.isBlank())
              .map(IgnoreRule::parse)
              .toList());
    } catch (IllegalArgumentException e) {
      String remedy =
          "rules such as %s, with semicolons between them (%s)"
              .formatted(IgnoreRule.FORM, e.getMessage());
      throw new InvalidSettingException(IGNORE_KEY, written, remedy, e);
    }
  }

  /** Reads everything once, so that what is wrong ends the start. */
  public void check() {
    probeUrl();
    probePoll();
    probeAccounts();
    selfTestOneIn();
    retention();
    rules();
  }
}
