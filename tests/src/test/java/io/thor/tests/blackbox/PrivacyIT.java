package io.thor.tests.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.thor.tests.server.SharedServer;
import io.thor.tests.server.ThorServer;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(SharedServer.class)
class PrivacyIT {
  private static final Duration LIMIT = Duration.ofSeconds(20);
  private static final List<String> ROUTES =
      List.of("api/account/balance?account_id=", "api/positions?account_id=");

  private final Map<DemoUser, ThorClient> clients = new EnumMap<>(DemoUser.class);

  PrivacyIT(ThorServer server) {
    for (DemoUser user : DemoUser.values()) {
      clients.put(user, ThorClient.signIn(server, user));
    }
  }

  @Test
  void noSessionReceivesAForeignAccount() {
    Map<DemoUser, FrameStream> streams = new EnumMap<>(DemoUser.class);
    clients.forEach((user, client) -> streams.put(user, client.open()));
    try {
      streams.forEach(PrivacyIT::awaitOwnUpdates);
      streams
          .values()
          .forEach(
              stream -> stream.awaitNext("a heartbeat", LIMIT, frame -> frame.is("heartbeat")));
      streams.forEach(PrivacyIT::assertOnlyOwnAccounts);
    } finally {
      streams.values().forEach(FrameStream::close);
    }
  }

  @Test
  void restListsOnlyOwnAccounts() {
    clients.forEach(
        (user, client) -> {
          List<String> listed =
              client.get("api/accounts").json().getJsonArray("accounts").stream()
                  .map(account -> account.asJsonObject().getString("account_id"))
                  .toList();
          assertEquals(user.account().stream().toList(), listed);
        });
  }

  @Test
  void restDoesNotTellAForeignAccountFromNone() {
    for (String route : ROUTES) {
      String foreign = clients.get(DemoUser.TRADER).get(route + "ACC-1002").problem(404);
      String none = clients.get(DemoUser.TRADER).get(route + "ACC-9999").problem(404);
      assertEquals(none, foreign.replace("ACC-1002", "ACC-9999"));
      clients.get(DemoUser.TRADER2).get(route + "ACC-1001").problem(404);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "ACC-1001", "ACC-9999"})
  void operatorsHaveNoAccountsToAskFor(String account) {
    for (String route : ROUTES) {
      clients.get(DemoUser.OPERATOR).get(route + account).problem(403);
    }
  }

  private static void awaitOwnUpdates(DemoUser user, FrameStream stream) {
    Optional<String> account = user.account();
    if (account.isEmpty()) {
      return;
    }
    for (String prefix : List.of("account_balance:", "positions:")) {
      String topic = prefix + account.get();
      long first = stream.await(topic, LIMIT, frame -> frame.on(topic)).seq();
      stream.await(
          "a newer state of " + topic,
          DemoMarket.untilAnotherPrice(),
          frame -> frame.on(topic) && frame.seq() > first);
    }
  }

  private static void assertOnlyOwnAccounts(DemoUser user, FrameStream stream) {
    for (DemoUser other : DemoUser.values()) {
      if (other != user && other.account().isPresent()) {
        String foreign = other.account().get();
        assertTrue(stream.frames().stream().noneMatch(frame -> frame.text().contains(foreign)));
      }
    }
  }
}
