package io.thor.oidc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import io.thor.config.Settings;
import io.thor.time.FakeClock;
import java.time.Duration;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TokenChecksTest {

  private static final String ISSUER = "https://login.example.com";
  private static final Map<String, String> SETTINGS =
      Map.of("thor.oidc.issuer", ISSUER, "thor.oidc.client-id", "thor");

  private final FakeClock clock = new FakeClock("2026-01-05T14:30:00Z");
  private final RSAKey key = key();
  private final TokenChecks checks =
      new TokenChecks(
          OidcSettings.of(
                  new Settings() {
                    @Override
                    public Optional<String> find(String name) {
                      return Optional.ofNullable(SETTINGS.get(name));
                    }
                  })
              .orElseThrow(),
          "thor",
          new ImmutableJWKSet<>(new JWKSet(key.toPublicJWK())),
          clock);

  private static RSAKey key() {
    try {
      return new RSAKeyGenerator(2048).keyID("k1").generate();
    } catch (JOSEException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void takesATokenUntilItsEndAndWhatClocksMayDiffer() throws Exception {
    String token = signed(claims().build());
    assertEquals("kim", checks.check(token).getSubject());
    clock.turn(Duration.ofSeconds(60 + 29));
    assertEquals("kim", checks.check(token).getSubject());
    clock.turn(Duration.ofSeconds(2));
    refuse(token);
  }

  @Test
  void refusesATokenOfTheFuture() throws Exception {
    Date later = Date.from(clock.instant().plusSeconds(40));
    refuse(signed(claims().notBeforeTime(later).build()));
  }

  @Test
  void refusesWhatIsForOthersOrByOthers() throws Exception {
    refuse(signed(claims().audience("other").build()));
    refuse(signed(claims().issuer(ISSUER + "/").build()));
    refuse(signed(claims().subject(null).build()));
    refuse(signed(claims().expirationTime(null).build()));
    SignedJWT byAnother = new SignedJWT(header(JWSAlgorithm.RS256), claims().build());
    byAnother.sign(new RSASSASigner(key()));
    refuse(byAnother.serialize());
  }

  @Test
  void refusesOtherAlgorithms() throws Exception {
    refuse(new PlainJWT(claims().build()).serialize());
    SignedJWT confused = new SignedJWT(header(JWSAlgorithm.HS256), claims().build());
    confused.sign(new MACSigner(key.toRSAPublicKey().getEncoded()));
    refuse(confused.serialize());
    SignedJWT notListed = new SignedJWT(header(JWSAlgorithm.RS512), claims().build());
    notListed.sign(new RSASSASigner(key));
    refuse(notListed.serialize());
    refuse("no token");
  }

  private JWTClaimsSet.Builder claims() {
    return new JWTClaimsSet.Builder()
        .issuer(ISSUER)
        .audience("thor")
        .subject("kim")
        .issueTime(Date.from(clock.instant()))
        .expirationTime(Date.from(clock.instant().plusSeconds(60)));
  }

  private String signed(JWTClaimsSet claims) throws JOSEException {
    SignedJWT token = new SignedJWT(header(JWSAlgorithm.RS256), claims);
    token.sign(new RSASSASigner(key));
    return token.serialize();
  }

  private static JWSHeader header(JWSAlgorithm algorithm) {
    return new JWSHeader.Builder(algorithm).keyID("k1").build();
  }

  private void refuse(String token) {
    assertThrows(RefusedTokenException.class, () -> checks.check(token));
  }
}
