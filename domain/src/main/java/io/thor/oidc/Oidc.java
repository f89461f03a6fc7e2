package io.thor.oidc;

import io.thor.config.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;

/**
 * Sign-in by an external issuer, where one is configured. Its document is fetched when it is first
 * needed, so that Thor starts without it.
 *
 * <p>Threads: any; some calls wait for the issuer, a few seconds at most. Errors: {@link
 * IssuerUnavailableException}.
 */
@ApplicationScoped
public class Oidc {

  private static final System.Logger LOG = System.getLogger(Oidc.class.getName());

  @Inject Settings settings;
  @Inject Clock clock;

  /** Each may wait for the issuer, on one of the server's threads. */
  private final Semaphore arrivals = new Semaphore(8);

  private volatile Optional<OidcSettings> configured = Optional.empty();
  private Optional<Issuer> issuer = Optional.empty();
  private Instant nextFetch = Instant.EPOCH;

  /** Where a browser has to go, and what it has to keep meanwhile. */
  public record Departure(URI address, BrowserSecrets secrets) {}

  /** What a browser brings back, and to which address of this server. */
  public record Arrival(String code, String state, BrowserSecrets secrets, String ownAddress) {}

  /** Reads the configuration; called once, before anything is served. */
  public void configure() {
    configured = OidcSettings.of(settings);
  }

  public boolean isConfigured() {
    return configured.isPresent();
  }

  /** The roles that the issuer's may become, by their names in Thor. */
  public Set<String> roles() {
    return configured.map(known -> Set.copyOf(known.roles().values())).orElse(Set.of());
  }

  /** Begins the sign-in of a browser, which comes back to an address of this server. */
  public Departure depart(String ownAddress) {
    BrowserSecrets secrets = BrowserSecrets.next();
    return new Departure(issuer().authorization(secrets, redirectUri(ownAddress)), secrets);
  }

  /** Whom a browser that came back speaks of. */
  public OutsideIdentity arrive(Arrival arrival) throws RefusedTokenException {
    BrowserSecrets secrets = arrival.secrets();
    if (!secrets.answers(arrival.state())) {
      throw new RefusedTokenException("the state is another");
    }
    if (arrival.code().isEmpty()) {
      throw new RefusedTokenException("the issuer gave no code");
    }
    if (!arrivals.tryAcquire()) {
      throw new IssuerUnavailableException("too many browsers come back at once");
    }
    try {
      return issuer().redeem(arrival.code(), secrets, redirectUri(arrival.ownAddress()));
    } finally {
      arrivals.release();
    }
  }

  /** Whom the token of a program speaks of. */
  public OutsideIdentity bearer(String token) throws RefusedTokenException {
    return issuer().bearer(token);
  }

  private String redirectUri(String ownAddress) {
    return configured.flatMap(OidcSettings::redirectUri).map(URI::toString).orElse(ownAddress);
  }

  /** One at a time, and not again at once after a failure. */
  private synchronized Issuer issuer() {
    if (issuer.isEmpty()) {
      OidcSettings known =
          configured.orElseThrow(() -> new IllegalStateException("there is no issuer; ask first"));
      Instant now = clock.instant();
      if (now.isBefore(nextFetch)) {
        throw new IssuerUnavailableException("the issuer did not answer just now");
      }
      nextFetch = now.plus(known.keysApart());
      issuer = Optional.of(fetch(known));
    }
    return issuer.get();
  }

  private Issuer fetch(OidcSettings known) {
    try {
      return Issuer.fetch(known, clock);
    } catch (IssuerUnavailableException e) {
      LOG.log(Level.WARNING, "nobody can sign in by the issuer: " + e.getMessage());
      throw e;
    }
  }
}
