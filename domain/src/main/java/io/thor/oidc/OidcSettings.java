package io.thor.oidc;

import com.nimbusds.jose.JWSAlgorithm;
import io.thor.config.InvalidSettingException;
import io.thor.config.Settings;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How the external issuer is configured.
 *
 * @param issuer as it names itself, to the letter
 * @param clientId under which Thor is known there
 * @param clientSecret where Thor is known as a confidential client
 * @param audience that tokens of programs must have; empty where none are accepted
 * @param redirectUri where the issuer sends browsers back to; empty for this server's own address
 * @param roles what the issuer calls a role, and what Thor does
 * @param algorithms of signatures that are accepted, all of them asymmetric
 * @param skew by which clocks may differ
 * @param keysKept how long keys are kept at most before they are fetched again
 * @param keysApart how long after one fetch the next may follow
 */
record OidcSettings(
    String issuer,
    String clientId,
    Optional<String> clientSecret,
    Optional<String> audience,
    Optional<URI> redirectUri,
    String scope,
    String rolesClaim,
    Map<String, String> roles,
    String accountsClaim,
    Set<JWSAlgorithm> algorithms,
    Duration skew,
    Duration keysKept,
    Duration keysApart) {

  /** Key: the issuer's address; without it there is none. */
  static final String ISSUER_KEY = "thor.oidc.issuer";

  private static final String CLIENT_KEY = "thor.oidc.client-id";
  private static final String ROLES_KEY = "thor.oidc.roles";
  private static final String ALGORITHMS_KEY = "thor.oidc.algorithms";
  private static final String DEFAULT_ROLES = "trader=trader,viewer=viewer,operator=operator";
  private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

  /** Errors: {@link InvalidSettingException}. */
  static Optional<OidcSettings> of(Settings settings) {
    return settings.find(ISSUER_KEY).map(issuer -> read(secure(ISSUER_KEY, issuer), settings));
  }

  private static OidcSettings read(URI issuer, Settings settings) {
    return new OidcSettings(
        issuer.toString(),
        settings
            .find(CLIENT_KEY)
            .orElseThrow(
                () ->
                    new InvalidSettingException(
                        CLIENT_KEY, "not set", "the name of Thor at " + issuer)),
        settings.find("thor.oidc.client-secret"),
        settings.find("thor.oidc.audience"),
        settings.find("thor.oidc.redirect-uri").map(uri -> secure("thor.oidc.redirect-uri", uri)),
        settings.text("thor.oidc.scope", "openid"),
        settings.text("thor.oidc.roles-claim", "roles"),
        roles(settings.text(ROLES_KEY, DEFAULT_ROLES)),
        settings.text("thor.oidc.accounts-claim", "accounts"),
        algorithms(settings.text(ALGORITHMS_KEY, "RS256,ES256")),
        seconds(settings, "thor.oidc.clock-skew-seconds", 30, 0, 300),
        seconds(settings, "thor.oidc.keys-seconds", 300, 1, 86_400),
        seconds(settings, "thor.oidc.keys-apart-seconds", 30, 1, 3600));
  }

  private static Duration seconds(
      Settings settings, String key, int fallback, int least, int most) {
    return Duration.ofSeconds(settings.wholeNumber(key, fallback, least, most));
  }

  /** TLS, but for an issuer on the same machine. */
  private static URI secure(String key, String value) {
    String remedy = "an address such as https://login.example.com";
    try {
      URI uri = URI.create(value);
      boolean local = "http".equals(uri.getScheme()) && LOOPBACK.contains(uri.getHost());
      if (local || "https".equals(uri.getScheme()) && uri.getHost() != null) {
        return uri;
      }
    } catch (IllegalArgumentException e) {
      throw new InvalidSettingException(key, value, remedy, e);
    }
    throw new InvalidSettingException(key, value, remedy);
  }

  private static Map<String, String> roles(String text) {
    if (!text.matches("[^=,]+=[a-z]+(,[^=,]+=[a-z]+)*")) {
      throw new InvalidSettingException(ROLES_KEY, text, "pairs such as desk=trader,risk=viewer");
    }
    return Stream.of(text.split(","))
        .map(pair -> pair.split("="))
        .collect(
            Collectors.toUnmodifiableMap(
                pair -> pair[0].trim(), pair -> pair[1], (first, second) -> second));
  }

  private static Set<JWSAlgorithm> algorithms(String text) {
    return Stream.of(text.split(","))
        .map(name -> JWSAlgorithm.parse(name.trim()))
        .peek(OidcSettings::requireAsymmetric)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static void requireAsymmetric(JWSAlgorithm algorithm) {
    if (!JWSAlgorithm.Family.RSA.contains(algorithm)
        && !JWSAlgorithm.Family.EC.contains(algorithm)) {
      throw new InvalidSettingException(
          ALGORITHMS_KEY, algorithm.getName(), "names such as RS256, PS256 and ES256");
    }
  }
}
