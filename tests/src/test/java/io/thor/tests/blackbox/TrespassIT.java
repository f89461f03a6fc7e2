package io.thor.tests.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.thor.jsonp.Jsonp;
import io.thor.tests.server.SharedServer;
import io.thor.tests.server.ThorServer;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A trader who asks for what is another trader's or an operator's. */
@ExtendWith(SharedServer.class)
class TrespassIT {
  private static final Duration LIMIT = Duration.ofSeconds(20);
  private static final List<String> FOREIGN =
      Stream.of(
              "ACC-1002",
              "acc-1002",
              "Acc-1002",
              "ACC%2D1002",
              "ACC-1002 ",
              " ACC-1002",
              "ACC-1002\0",
              "ACC-1001,ACC-1002",
              "../ACC-1002",
              "ACC-100?",
              "ACC-*",
              "**",
              "*ACC-1002",
              "ACC-1002:*",
              "ACC\uFF0D1002",
              "")
          .flatMap(key -> Stream.of("positions:" + key, "account_balance:" + key))
          .toList();
  private static final List<String> FOREIGN_PREFIXES =
      List.of("*", "*:*", "*:ACC-1002", "POSITIONS:ACC-1002", "positions", "positions ACC-1002");

  private final ThorServer server;

  TrespassIT(ThorServer server) {
    this.server = server;
  }

  @Test
  void noFormOfATopicLeadsToAnotherAccount() {
    List<String> wanted = Stream.concat(FOREIGN.stream(), FOREIGN_PREFIXES.stream()).toList();
    try (FrameStream stream = ThorClient.signIn(server, DemoUser.TRADER).open()) {
      stream.send("{\"type\":\"hello\",\"id\":1,\"data\":{\"protocol\":1}}");
      stream.await("welcome", LIMIT, frame -> frame.is("welcome"));
      for (String topic : wanted) {
        stream.send(request("resync", Jsonp.object().add("topic", topic).build()));
      }
      stream.send(request("subscribe", topics(wanted)));
      JsonObject answer =
          stream.await("subscribed", LIMIT, frame -> isAnswerToAll(frame, wanted)).data();
      assertEquals("[]", answer.getJsonArray("topics").toString());
      answer
          .getJsonArray("rejected")
          .getValuesAs(JsonObject.class)
          .forEach(rejected -> assertEquals("not_found", rejected.getString("code")));
      stream.awaitNext("a heartbeat", LIMIT, frame -> frame.is("heartbeat"));
      stream.frames().forEach(frame -> assertFalse(isForeign(frame), frame::text));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "positions/advance",
        "positions/approve",
        "positions/rollback",
        "positions/acknowledge",
        "positions/pause",
        "positions/resume",
        "kill"
      })
  void noTraderSteersTheCutover(String verb) {
    String order = "{\"reason\":\"because\",\"to\":\"LIVE\"}";
    ThorClient trader = ThorClient.signIn(server, DemoUser.TRADER);
    trader.post("api/cutover/" + verb, order, "If-Match", "\"1\"").problem(403);
    ThorClient.nobody(server).post("api/cutover/" + verb, order).problem(401);
  }

  @ParameterizedTest
  @CsvSource({
    "GET,    api/market/overrides/XTKS",
    "PUT,    api/market/overrides/XTKS/2026-01-09",
    "DELETE, api/market/overrides/XTKS/2026-01-09"
  })
  void noTraderChangesACalendar(String method, String route) {
    Optional<String> day =
        Optional.of("{\"reason\":\"storm\",\"name\":\"Typhoon\"}")
            .filter(put -> method.equals("PUT"));
    ThorClient trader = ThorClient.signIn(server, DemoUser.TRADER);
    trader.send(method, route, day, "Content-Type", "application/json").problem(403);
    ThorClient nobody = ThorClient.nobody(server);
    nobody.send(method, route, day, "Content-Type", "application/json").problem(401);
  }

  private static boolean isAnswerToAll(Received frame, List<String> wanted) {
    return frame.is("subscribed") && frame.data().getJsonArray("rejected").size() == wanted.size();
  }

  /** What a state says of the account, which a refusal does not. */
  private static boolean isForeign(Received frame) {
    return frame.text().contains("\"account_id\":\"ACC-1002\"");
  }

  private static JsonObject topics(List<String> wanted) {
    JsonArrayBuilder topics = Jsonp.array();
    wanted.forEach(topic -> topics.add(Jsonp.object().add("topic", topic)));
    return Jsonp.object().add("topics", topics).build();
  }

  private static String request(String type, JsonObject data) {
    return Jsonp.object().add("type", type).add("data", data).build().toString();
  }
}
