package io.thor.tests.blackbox;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.thor.tests.documents.Guide;
import io.thor.tests.server.AdministeredServer;
import io.thor.tests.server.Await;
import io.thor.tests.server.ProxyKind;
import io.thor.tests.server.ReverseProxy;
import io.thor.tests.server.SharedServer;
import io.thor.tests.server.ThorServer;
import io.thor.tests.server.ThorServers;
import java.io.IOException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.net.SocketFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The configurations of docs/operators/tls-and-proxies.md in real proxies before a real server. */
@Tag("guide")
@Tag("long")
class ProxiesIT {
  private static final String SESSION = "api/session";
  private static final String LIVE = "api/health/live";
  private static final String HSTS = "Strict-Transport-Security";
  private static final String PROXY_ADDRESS = "127.0.0.1";
  private static final String OTHER_ADDRESS = "127.0.0.2";
  private static final Duration LIMIT = Duration.ofSeconds(60);

  /** The proxies' timeouts: more than the 10 s between pings, less than between heartbeats. */
  private static final Duration SILENCE = Duration.ofSeconds(15);

  private static final Map<ProxyKind, ReverseProxy> PROXIES = new EnumMap<>(ProxyKind.class);
  private static ThorServer server;
  private static UserAdministration users;

  @BeforeAll
  static void start() {
    Map<String, String> settings = new HashMap<>(SharedServer.SETTINGS);
    settings.put("thor.security.trusted-proxies", PROXY_ADDRESS);
    settings.put("thor.heartbeat.broadcast-every-ticks", "20");
    Map<String, String> environment = new HashMap<>(SharedServer.ENVIRONMENT);
    environment.put("THOR_ADMIN_PASSWORD", AdministeredServer.ADMIN_PASSWORD);
    server = ThorServers.startWithStoppableDatabase(settings, environment);
    users = new UserAdministration(server, AdministeredServer.ADMIN_PASSWORD);
    Guide guide = Guide.page("docs/operators/tls-and-proxies.md");
    for (ProxyKind kind : ProxyKind.values()) {
      String documented = guide.indented(kind.title());
      PROXIES.put(kind, ReverseProxy.start(kind, documented, server.http(), SILENCE));
    }
  }

  @AfterAll
  static void close() {
    PROXIES.values().forEach(ReverseProxy::close);
    Optional.ofNullable(server).ifPresent(ThorServer::close);
  }

  @ParameterizedTest
  @EnumSource
  void aPageSignsInByTlsAndIsToldToStayWithIt(ProxyKind kind) {
    Answer signIn = signIn(kind);
    assertTrue(isSecure(signIn.header("Set-Cookie")), signIn.headers()::toString);
    assertTrue(signIn.header(HSTS).startsWith("max-age="));
    assertTrue(nobody(kind).get("").expect(200).header(HSTS).startsWith("max-age="));
    assertEquals("trader", trader(kind).get(SESSION).expect(200).json().getString("username"));
  }

  @Test
  void withoutTlsNeitherCookieNorAnswerSpeaksOfIt() {
    String credentials = DemoUser.TRADER.credentials();
    Answer signIn = ThorClient.nobody(server).post(SESSION, credentials).expect(200);
    assertFalse(isSecure(signIn.header("Set-Cookie")), signIn.headers()::toString);
    assertTrue(signIn.headers().firstValue(HSTS).isEmpty());
  }

  @ParameterizedTest
  @EnumSource
  void thePageConnectsAndIsSentMessages(ProxyKind kind) {
    try (FrameStream stream = trader(kind).openAsync("Origin", origin(kind)).join()) {
      stream.await("a balance", LIMIT, frame -> frame.is("account_balance"));
      stream.awaitNext("the next VWAP", LIMIT, frame -> frame.is("vwap_update"));
    }
  }

  @ParameterizedTest
  @EnumSource
  void aForeignPageDoesNotConnect(ProxyKind kind) {
    ThorClient trader = trader(kind);
    assertEquals(403, trader.refusedHandshake("Origin", "https://evil.example"));
    assertEquals(
        403,
        trader.refusedHandshake(
            "Origin", "https://evil.example", "X-Forwarded-Host", "evil.example"));
    assertEquals(403, trader.refusedHandshake("Origin", "https://127.0.0.1"), "another port");
  }

  @Test
  void aConnectionOnWhichLittleHappensOutlivesTheTimeouts() {
    try (QuietSession first = openQuiet(ProxyKind.NGINX);
        QuietSession second = openQuiet(ProxyKind.HAPROXY)) {
      assertAll(() -> first.assertOutlives(SILENCE), () -> second.assertOutlives(SILENCE));
    }
  }

  @ParameterizedTest
  @EnumSource
  void theServerSeesWhereAClientIsAndNotWhereItSaysItIs(ProxyKind kind) throws IOException {
    ReverseProxy proxy = PROXIES.get(kind);
    for (String address : List.of(PROXY_ADDRESS, OTHER_ADDRESS)) {
      Pretender pretender = new Pretender(proxy.https(), proxy.tls().getSocketFactory(), address);
      String name = kind.title() + "-" + address.replace('.', '-');
      assertSeenWhereTheyAre(pretender, name.toLowerCase(Locale.ROOT));
    }
  }

  @Test
  void whoIsNoTrustedProxyIsNotBelieved() throws IOException {
    Pretender pretender = new Pretender(server.http(), SocketFactory.getDefault(), OTHER_ADDRESS);
    String answer = assertSeenWhereTheyAre(pretender, "by-nobody");
    assertFalse(isSecure(answer) || answer.contains(HSTS), answer);
    String page = "Origin: " + Pretender.CLAIMED_ORIGIN + "\r\n";
    String refused = pretender.signIn(DemoUser.TRADER.credentials(), page);
    assertTrue(refused.startsWith("HTTP/1.1 403 "), refused);
  }

  /** The route is answered by a server that lives, ready or not. */
  @Test
  void haproxyTakesANodeOutWhileItIsNotReadyAndKeepsWhoIsConnected() {
    ThorClient proxied = nobody(ProxyKind.HAPROXY);
    proxied.get(LIVE).expect(200);
    try (QuietSession connected = openQuiet(ProxyKind.HAPROXY)) {
      server.stopDatabase();
      try {
        assertTrue(comes(503, proxied), "it is not taken out");
        ThorClient.nobody(server).get(LIVE).expect(200);
        connected.assertAnswers(1);
      } finally {
        server.startDatabase();
      }
      assertTrue(comes(200, proxied), "it is not back");
      connected.assertAnswers(2);
    }
  }

  private static boolean comes(int status, ThorClient client) {
    return Await.until(() -> client.get(LIVE).status() == status, LIMIT);
  }

  private static String assertSeenWhereTheyAre(Pretender pretender, String name)
      throws IOException {
    users.add(name, "viewer");
    String secret = UserAdministration.secret(name);
    String answer = pretender.signIn(UserAdministration.credentials(name, secret), "");
    assertTrue(answer.startsWith("HTTP/1.1 200 "), answer);
    List<String> addresses =
        users.events("?user=" + name + "&kind=signed_in").stream()
            .map(event -> event.getString("address"))
            .toList();
    assertEquals(List.of(pretender.address()), addresses);
    return answer;
  }

  private static QuietSession openQuiet(ProxyKind kind) {
    return QuietSession.open(trader(kind), origin(kind));
  }

  private static boolean isSecure(String cookie) {
    return cookie.toLowerCase(Locale.ROOT).replace(" ", "").contains(";secure");
  }

  private static ThorClient trader(ProxyKind kind) {
    return nobody(kind).withCookie(signIn(kind).header("Set-Cookie").split(";")[0]);
  }

  private static Answer signIn(ProxyKind kind) {
    String credentials = DemoUser.TRADER.credentials();
    return nobody(kind).post(SESSION, credentials, "Origin", origin(kind)).expect(200);
  }

  private static ThorClient nobody(ProxyKind kind) {
    return ThorClient.nobody(PROXIES.get(kind));
  }

  private static String origin(ProxyKind kind) {
    return PROXIES.get(kind).https().toString().replaceFirst("/$", "");
  }
}
