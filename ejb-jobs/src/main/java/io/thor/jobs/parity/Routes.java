package io.thor.jobs.parity;

import io.thor.jsonp.Jsonp;
import io.thor.message.AccountBalanceUpdate;
import io.thor.message.IntradayBarUpdate;
import io.thor.message.MarketStatusUpdate;
import io.thor.message.PositionsUpdate;
import io.thor.message.Topic;
import io.thor.message.VwapUpdate;
import io.thor.parity.TopicKind;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * Finds out which topics there are, as any client does.
 *
 * @param choice takes a feature and all accounts, and gives those to look at
 */
record Routes(ProbeLink link, BiFunction<String, Collection<String>, List<String>> choice) {

  /** Enough to see a correction of a bar that is not the last. */
  private static final int BARS = 10;

  /**
   * All topics that have a route.
   *
   * <p>Errors: {@link IOException} when the server does not list them.
   */
  List<Route> find() throws IOException {
    List<Route> routes = new ArrayList<>();
    List<String> accounts = list("api/accounts", "accounts", "account_id");
    for (String account : choice.apply("account_balance", accounts)) {
      routes.add(
          ofAccount(
              "account_balance", AccountBalanceUpdate.TOPIC_PREFIX, "account/balance", account));
    }
    for (String account : choice.apply("positions", accounts)) {
      routes.add(ofAccount("positions", PositionsUpdate.TOPIC_PREFIX, "positions", account));
    }
    for (String symbol : list("api/symbols", "symbols", "symbol")) {
      routes.add(
          shared(
              "intraday", VwapUpdate.TOPIC_PREFIX, symbol, "intraday/vwap?symbol=" + text(symbol)));
      routes.add(bars(symbol));
    }
    for (String market : list("api/market/status", "markets", "market_id")) {
      routes.add(
          shared(
              "global_market",
              MarketStatusUpdate.TOPIC_PREFIX,
              market,
              "market/status/" + text(market)));
    }
    return routes;
  }

  private List<String> list(String path, String array, String member) throws IOException {
    return Jsonp.readObject(link.read(path))
        .getJsonArray(array)
        .getValuesAs(JsonObject.class)
        .stream()
        .map(entry -> entry.getString(member))
        .toList();
  }

  private static Route ofAccount(String feature, String prefix, String path, String account) {
    return new Route(
        feature,
        new Topic(prefix, account),
        Optional.of(account),
        "api/" + path + "?account_id=" + text(account),
        TopicKind.STATE);
  }

  private static Route shared(String feature, String prefix, String key, String path) {
    return new Route(
        feature, new Topic(prefix, key), Optional.empty(), "api/" + path, TopicKind.STATE);
  }

  private static Route bars(String symbol) {
    return new Route(
        "intraday",
        new Topic(IntradayBarUpdate.LOG_PREFIX, symbol),
        Optional.empty(),
        "api/intraday/bars?limit=" + BARS + "&symbol=" + text(symbol),
        TopicKind.LOG);
  }

  private static String text(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
