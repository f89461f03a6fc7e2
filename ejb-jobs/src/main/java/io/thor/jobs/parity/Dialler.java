package io.thor.jobs.parity;

import io.thor.cutover.CutoverViews;
import io.thor.identity.ProbeUser;
import io.thor.identity.Tokens;
import io.thor.parity.ParitySettings;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * Signs in, finds out which topics there are, and connects. The one HTTP client of the probe brings
 * threads of its own, which only enqueue. Not thread safe.
 */
final class Dialler {

  private static final Duration CONNECT = Duration.ofSeconds(3);

  private final ProbeUser user;
  private final CutoverViews views;
  private final ParitySettings settings;
  private final Clock clock;
  private final HttpClient client =
      HttpClient.newBuilder().version(Version.HTTP_1_1).connectTimeout(CONNECT).build();

  Dialler(ProbeUser user, CutoverViews views, ParitySettings settings, Clock clock) {
    this.user = user;
    this.views = views;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * Connects, for the topics of some features.
   *
   * <p>Errors: {@link ProbeException} when that is not possible now.
   */
  Call dial(Set<String> features, Instant now) throws ProbeException {
    try {
      Tokens.Issued token =
          user.signIn()
              .orElseThrow(
                  () -> new ProbeException("user probe is disabled or has other roles; see users"));
      Inbox inbox = new Inbox();
      ProbeLink link = new ProbeLink(client, settings.probeUrl(), token.secret(), inbox, clock);
      List<Route> routes =
          new Routes(link, this::accounts)
              .find().stream().filter(route -> features.contains(route.feature())).toList();
      Topics topics = new Topics(routes, settings.rules(), settings.probePoll(), now);
      ProbeConnection connection = new ProbeConnection(link, inbox, topics, now);
      connection.open();
      return new Call(connection, link, clock.instant(), token.viewer().expires());
    } catch (IOException | RuntimeException e) {
      throw new ProbeException("%s: %s".formatted(settings.probeUrl(), e), e);
    }
  }

  private List<String> accounts(String feature, Collection<String> all) {
    return views.ends(feature, all, settings.probeAccounts());
  }
}
