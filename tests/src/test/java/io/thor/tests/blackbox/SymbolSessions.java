package io.thor.tests.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.json.JsonObject;
import java.math.BigDecimal;
import java.util.List;

/** To which session the trades of a symbol belong, by its VWAP. */
record SymbolSessions(ThorClient trader) {

  void await(String symbol, String date) {
    FeedServer.await(
        "the session " + date + " of " + symbol,
        () -> {
          Answer answer = vwap(symbol);
          return answer.status() == 200 && date(answer.json()).equals(date);
        });
  }

  void assertVwap(String symbol, String date, String vwap, String volume) {
    JsonObject answer = vwap(symbol).expect(200).json();
    assertEquals(date, date(answer), answer::toString);
    assertEquals(0, decimal(answer, "vwap").compareTo(new BigDecimal(vwap)), answer::toString);
    assertEquals(0, decimal(answer, "volume").compareTo(new BigDecimal(volume)), answer::toString);
  }

  /** Whether a frame has the VWAP of a session. */
  static boolean isOf(Received frame, String symbol, String date) {
    return frame.on("vwap:" + symbol) && date(frame.data()).equals(date);
  }

  /** The last session of a market, today's if there is one. */
  String last(Venue market) {
    String days = "?from=" + market.today().minusDays(12) + "&to=" + market.today();
    List<JsonObject> sessions =
        trader
            .get("api/market/sessions/" + market.mic() + days)
            .expect(200)
            .json()
            .getJsonArray("sessions")
            .getValuesAs(JsonObject.class);
    return sessions.get(sessions.size() - 1).getString("session");
  }

  private Answer vwap(String symbol) {
    return trader.get("api/intraday/vwap?symbol=" + symbol);
  }

  private static String date(JsonObject vwap) {
    return vwap.getString("session_date");
  }

  private static BigDecimal decimal(JsonObject json, String name) {
    return json.getJsonNumber(name).bigDecimalValue();
  }
}
