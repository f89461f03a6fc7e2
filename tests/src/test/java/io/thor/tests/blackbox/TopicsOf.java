package io.thor.tests.blackbox;

import io.thor.message.MessageTypes;
import io.thor.message.SyntheticUpdate;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The topics that a user may see, as REST tells them, and the types on them. */
final class TopicsOf {
  private static final Duration FIRST_STATES = Duration.ofSeconds(60);

  private TopicsOf() {}

  /** Every permitted message but the one that only the feed of the benchmarks publishes. */
  static List<String> demonstrationTypes() {
    return MessageTypes.all().stream()
        .filter(entry -> entry.message() != SyntheticUpdate.class)
        .map(MessageTypes.Entry::type)
        .toList();
  }

  /** By what the user's accounts, the symbols and the markets are. */
  static Set<String> user(ThorClient client) {
    Set<String> topics = new TreeSet<>();
    for (JsonObject account : list(client, "api/accounts", "accounts")) {
      topics.add("account_balance:" + account.getString("account_id"));
      topics.add("positions:" + account.getString("account_id"));
    }
    for (JsonObject symbol : list(client, "api/symbols", "symbols")) {
      topics.add("vwap:" + symbol.getString("symbol"));
      topics.add("intraday_bar:" + symbol.getString("symbol"));
      topics.add("forming_bar:" + symbol.getString("symbol"));
    }
    for (JsonObject market : list(client, "api/market/status", "markets")) {
      topics.add("market_status:" + market.getString("market_id"));
    }
    return topics;
  }

  /** Waits until something was committed to each of the user's topics. */
  static void awaitAll(ThorClient client) {
    try (FrameStream stream = client.open()) {
      for (String topic : user(client)) {
        Duration limit = FIRST_STATES.plus(DemoMarket.untilBar());
        stream.await("a frame on " + topic, limit, frame -> frame.on(topic));
      }
    }
  }

  private static Iterable<JsonObject> list(ThorClient client, String path, String member) {
    return client.get(path).expect(200).json().getJsonArray(member).stream()
            .map(JsonValue::asJsonObject)
        ::iterator;
  }
}
