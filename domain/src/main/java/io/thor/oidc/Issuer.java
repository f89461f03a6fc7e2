package io.thor.oidc;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jose.util.ResourceRetriever;
import com.nimbusds.jwt.JWTClaimsSet;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The external issuer, once its document was fetched.
 *
 * <p>Threads: any; some calls wait for the issuer, a few seconds at most. Errors: {@link
 * IssuerUnavailableException}.
 */
final class Issuer {

  private static final int CONNECT_MS = 2000;
  private static final int READ_MS = 3000;
  private static final int LONGEST = 256 * 1024;
  private static final int LONGEST_SUBJECT = 255;
  private static final int MOST_ACCOUNTS = 200;

  private final OidcSettings settings;
  private final IssuerDocument document;
  private final TokenChecks idTokens;
  private final Optional<TokenChecks> bearers;

  private Issuer(
      OidcSettings settings, IssuerDocument document, ResourceRetriever web, Clock clock) {
    this.settings = settings;
    this.document = document;
    JWKSource<SecurityContext> keys =
        JWKSourceBuilder.create(document.keys(), web)
            .cache(settings.keysKept().toMillis(), CONNECT_MS + READ_MS)
            .refreshAheadCache(false)
            .rateLimited(settings.keysApart().toMillis())
            .build();
    this.idTokens = new TokenChecks(settings, settings.clientId(), keys, clock);
    this.bearers =
        settings.audience().map(audience -> new TokenChecks(settings, audience, keys, clock));
  }

  static Issuer fetch(OidcSettings settings, Clock clock) {
    ResourceRetriever web = new DefaultResourceRetriever(CONNECT_MS, READ_MS, LONGEST);
    return new Issuer(settings, IssuerDocument.fetch(settings.issuer(), web), web, clock);
  }

  /** Where a browser signs in. */
  URI authorization(BrowserSecrets secrets, String redirectUri) {
    return Form.of(
            Map.of(
                "response_type", "code",
                "client_id", settings.clientId(),
                "redirect_uri", redirectUri,
                "scope", settings.scope(),
                "state", secrets.state(),
                "nonce", secrets.nonce(),
                "code_challenge", secrets.challenge(),
                "code_challenge_method", "S256"))
        .appendedTo(document.authorization());
  }

  /** Whom the code of a browser speaks of. */
  OutsideIdentity redeem(String code, BrowserSecrets secrets, String redirectUri)
      throws RefusedTokenException {
    String idToken =
        new TokenEndpoint(document.token(), settings.clientId(), settings.clientSecret())
            .idToken(code, secrets.verifier(), redirectUri);
    JWTClaimsSet claims = idTokens.check(idToken);
    String nonce = text(claims, "nonce").orElse("");
    if (!MessageDigest.isEqual(utf8(nonce), utf8(secrets.nonce()))) {
      throw new RefusedTokenException("the nonce is another");
    }
    if (claims.getAudience().size() > 1
        && !text(claims, "azp").equals(Optional.of(settings.clientId()))) {
      throw new RefusedTokenException("the token was made for another client");
    }
    return identity(claims);
  }

  /** Whom the token of a program speaks of. */
  OutsideIdentity bearer(String token) throws RefusedTokenException {
    TokenChecks checks =
        bearers.orElseThrow(
            () -> new RefusedTokenException("thor.oidc.audience is not set; no token is accepted"));
    return identity(checks.check(token));
  }

  private OutsideIdentity identity(JWTClaimsSet claims) throws RefusedTokenException {
    String subject = claims.getSubject();
    List<String> accounts = texts(claims, settings.accountsClaim());
    if (subject.isEmpty() || subject.length() > LONGEST_SUBJECT) {
      throw new RefusedTokenException("sub has " + subject.length() + " characters");
    }
    if (accounts.size() > MOST_ACCOUNTS) {
      throw new RefusedTokenException("there are " + accounts.size() + " accounts");
    }
    Set<String> roles =
        texts(claims, settings.rolesClaim()).stream()
            .filter(settings.roles()::containsKey)
            .map(settings.roles()::get)
            .collect(Collectors.toUnmodifiableSet());
    return new OutsideIdentity(
        settings.issuer(),
        subject,
        roles,
        Set.copyOf(accounts),
        claims.getExpirationTime().toInstant().plus(settings.skew()));
  }

  private static Optional<String> text(JWTClaimsSet claims, String name) {
    return claims.getClaim(name) instanceof String text ? Optional.of(text) : Optional.empty();
  }

  /** A claim that is an array of texts, or texts in one with spaces between; else nothing. */
  private static List<String> texts(JWTClaimsSet claims, String name) {
    if (claims.getClaim(name) instanceof List<?> values) {
      return values.stream()
          .filter(String.class::isInstance)
          .map(String.class::cast)
          .distinct()
          .toList();
    }
    return text(claims, name).stream()
        .flatMap(text -> List.of(text.split(" ")).stream())
        .filter(word -> !word.isEmpty())
        .distinct()
        .toList();
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
