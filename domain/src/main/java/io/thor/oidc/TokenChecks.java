package io.thor.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.lang.System.Logger.Level;
import java.text.ParseException;
import java.time.Clock;
import java.util.Date;
import java.util.Set;

/**
 * Checks tokens for one audience: signature, algorithm, issuer, audience and times.
 *
 * <p>Threads: any. A token by an unknown key may wait for the issuer's keys.
 */
final class TokenChecks {

  private static final System.Logger LOG = System.getLogger(TokenChecks.class.getName());
  private static final Set<String> REQUIRED = Set.of("sub", "exp", "iat");

  private final DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();

  TokenChecks(
      OidcSettings settings, String audience, JWKSource<SecurityContext> keys, Clock clock) {
    processor.setJWSTypeVerifier(
        new DefaultJOSEObjectTypeVerifier<>(
            JOSEObjectType.JWT, new JOSEObjectType("at+jwt"), null));
    processor.setJWSKeySelector(new JWSVerificationKeySelector<>(settings.algorithms(), keys));
    JWTClaimsSet exact = new JWTClaimsSet.Builder().issuer(settings.issuer()).build();
    DefaultJWTClaimsVerifier<SecurityContext> claims =
        new DefaultJWTClaimsVerifier<>(audience, exact, REQUIRED) {
          @Override
          protected Date currentTime() {
            return Date.from(clock.instant());
          }
        };
    claims.setMaxClockSkew(Math.toIntExact(settings.skew().toSeconds()));
    processor.setJWTClaimsSetVerifier(claims);
  }

  /**
   * What a valid token says. One by a key that nobody knows is refused, too, while it is too early
   * to ask the issuer again.
   *
   * <p>Errors: {@link IssuerUnavailableException} when its keys are needed and cannot be had.
   */
  JWTClaimsSet check(String token) throws RefusedTokenException {
    try {
      return processor.process(token, null);
    } catch (RateLimitReachedException e) {
      throw new RefusedTokenException("the token's key is unknown", e);
    } catch (KeySourceException e) {
      LOG.log(Level.WARNING, "the keys of the issuer cannot be had: " + e.getMessage());
      throw new IssuerUnavailableException("no keys of the issuer: " + e.getMessage(), e);
    } catch (ParseException | BadJOSEException | JOSEException e) {
      throw new RefusedTokenException("the token is not valid: " + e.getMessage(), e);
    }
  }
}
