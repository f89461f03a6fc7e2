package io.thor.message;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One or more of every permitted message, with the values that are hard to write. */
public final class Samples {

  private static final Instant AS_OF = Instant.parse("2026-01-05T14:30:00.123Z");
  private static final Instant MINUTE = Instant.parse("2026-01-05T14:29:00Z");

  private Samples() {}

  /** By the name of the golden file, without its ending: the type, then a dot and a variant. */
  public static Map<String, Message> byName() {
    Map<String, Message> samples = new LinkedHashMap<>();
    samples.put("account_balance", accountBalance());
    samples.put("positions", positions());
    samples.put("positions.none", new PositionsUpdate(position(1), "ACC-1002", List.of(), AS_OF));
    samples.put("intraday_bar", bar(true, 0));
    samples.put("intraday_bar.forming", bar(false, 0));
    samples.put("intraday_bar.corrected", bar(true, 2));
    samples.put("vwap_update", vwap());
    samples.put("market_status", marketStatus());
    samples.put("market_status.unknown", marketStatusWithoutNextEvent());
    samples.put("heartbeat", heartbeat());
    samples.put("heartbeat.first", firstHeartbeat());
    samples.put("error_message", error());
    samples.put("synthetic", synthetic());
    return samples;
  }

  public static SyntheticUpdate synthetic() {
    return new SyntheticUpdate(position(42), "S1", 1767623400123456789L, "xxxxxxxx");
  }

  public static AccountBalanceUpdate accountBalance() {
    return new AccountBalanceUpdate(
        position(42),
        "ACC-1001",
        "5WX\"0\"1001",
        "USD",
        decimal("-1234.5"),
        decimal("100000"),
        decimal("1E+5"),
        decimal("0"),
        decimal("12345678901.23"),
        Instant.parse("2026-01-05T14:30:00.120Z"));
  }

  public static PositionsUpdate positions() {
    return new PositionsUpdate(position(7), "ACC-1001", List.of(tinyLong(), future()), AS_OF);
  }

  public static IntradayBarUpdate bar(boolean isFinal, int revision) {
    return new IntradayBarUpdate(
        position(117 + revision),
        "GLOBAL",
        "BTC-USD",
        MINUTE,
        decimal("807.00"),
        decimal("807.123400"),
        decimal("0.00000001"),
        decimal("8E+2"),
        decimal("2.856644460000"),
        12,
        decimal("806.1234567891"),
        isFinal,
        revision);
  }

  public static VwapUpdate vwap() {
    return new VwapUpdate(
        position(3),
        "BTC-USD",
        decimal("806.5"),
        decimal("1E-8"),
        LocalDate.of(2026, 1, 5),
        Instant.parse("2026-01-05T14:29:59.999Z"));
  }

  public static MarketStatusUpdate marketStatus() {
    return new MarketStatusUpdate(
        position(9),
        "XTKS",
        "JP",
        "東京証券取引所 \u2028 🗾",
        "Asia/Tokyo",
        MarketStatusUpdate.Status.BREAK,
        "lunch",
        Optional.of(MarketStatusUpdate.Status.OPEN),
        Optional.of(Instant.parse("2026-01-06T03:30:00Z")),
        Optional.of(3_000_000_000L),
        OffsetDateTime.parse("2026-01-06T11:40:00+09:00"));
  }

  public static MarketStatusUpdate marketStatusWithoutNextEvent() {
    return new MarketStatusUpdate(
        position(1),
        "XLON",
        "GB",
        "London Stock Exchange",
        "Europe/London",
        MarketStatusUpdate.Status.UNKNOWN,
        "calendar_ended",
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        OffsetDateTime.parse("2031-01-02T08:00:00Z"));
  }

  public static HeartbeatUpdate heartbeat() {
    return new HeartbeatUpdate(
        AS_OF,
        30,
        31,
        30,
        75,
        List.of(
            new HeartbeatUpdate.Job("account-balance", Optional.of(MINUTE), 14, 4, 1, 0),
            new HeartbeatUpdate.Job("positions", Optional.empty(), 0, 0, 0, 0)),
        List.of(
            new HeartbeatUpdate.Feed("recorded-trades", FeedStatus.LIVE, Optional.of(AS_OF)),
            new HeartbeatUpdate.Feed("quotes", FeedStatus.DOWN, Optional.empty()),
            new HeartbeatUpdate.Feed("replay", FeedStatus.ENDED, Optional.of(MINUTE))),
        2,
        Optional.of(
            new HeartbeatUpdate.Delivery(
                1200, 17, 3, 4096, 850, 12_400, List.of(new HeartbeatUpdate.Closed(4101, 2)))));
  }

  public static HeartbeatUpdate firstHeartbeat() {
    return new HeartbeatUpdate(AS_OF, 0, 0, 30, 75, List.of(), List.of(), 0, Optional.empty());
  }

  public static ErrorMessage error() {
    return new ErrorMessage(
        "invalid_message",
        "\"type\" is '\\x\u0001\u001f\u007f/</script>\r\n\t\b\f'; é ß 漢 😀 \uD83D alone",
        false);
  }

  public static StreamPosition position(long seq) {
    return new StreamPosition("k7", seq, AS_OF);
  }

  private static PositionsUpdate.Row tinyLong() {
    return new PositionsUpdate.Row(
        "ETH-USD",
        "Ether, \"wrapped\" \\ 🦄",
        "CRYPTO",
        decimal("1E-8"),
        decimal("1.000"),
        decimal("2999.123456789"),
        decimal("3000"),
        decimal("0.00"),
        decimal("0"),
        decimal("0.0292"),
        decimal("-0.01"));
  }

  /** Sorted before the other, although given after it. */
  private static PositionsUpdate.Row future() {
    return new PositionsUpdate.Row(
        "/ESH6",
        "E-mini S&P 500\tMarch 2026",
        "FUTURE",
        decimal("-2.00"),
        decimal("50"),
        decimal("6850.2500"),
        decimal("6851"),
        decimal("-685100"),
        decimal("-75"),
        decimal("-0.0109"),
        decimal("0.1"));
  }

  private static BigDecimal decimal(String value) {
    return new BigDecimal(value);
  }
}
