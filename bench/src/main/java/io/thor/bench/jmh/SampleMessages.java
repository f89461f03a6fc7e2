package io.thor.bench.jmh;

import io.thor.message.AccountBalanceUpdate;
import io.thor.message.ErrorMessage;
import io.thor.message.FeedStatus;
import io.thor.message.HeartbeatUpdate;
import io.thor.message.IntradayBarUpdate;
import io.thor.message.MarketStatusUpdate;
import io.thor.message.Message;
import io.thor.message.PositionsUpdate;
import io.thor.message.StreamPosition;
import io.thor.message.SyntheticUpdate;
import io.thor.message.VwapUpdate;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** One message of each type, of usual size. */
final class SampleMessages {

  private static final Instant NOW = Instant.parse("2026-01-05T14:30:00.123Z");
  private static final Instant MINUTE = Instant.parse("2026-01-05T14:29:00Z");
  private static final StreamPosition POSITION = new StreamPosition("k7w2q9", 123_456, NOW);

  private SampleMessages() {}

  static Message of(String type) {
    return Stream.of(
            accountBalance(),
            positions(),
            bar(),
            vwap(),
            market(),
            synthetic(),
            heartbeat(),
            error())
        .filter(message -> message.type().equals(type))
        .findAny()
        .orElseThrow(() -> new IllegalArgumentException("there is no sample of " + type));
  }

  private static Message accountBalance() {
    return new AccountBalanceUpdate(
        POSITION,
        "ACC-1001",
        "5WX01001",
        "USD",
        decimal("54210.75"),
        decimal("104563.21"),
        decimal("104563.21"),
        decimal("108421.50"),
        decimal("216843.00"),
        NOW);
  }

  private static Message positions() {
    return new PositionsUpdate(
        POSITION,
        "ACC-1001",
        IntStream.range(0, 8).mapToObj(SampleMessages::holding).toList(),
        NOW);
  }

  private static PositionsUpdate.Row holding(int number) {
    return new PositionsUpdate.Row(
        "SYM" + number,
        "Holding number " + number,
        "EQUITY",
        decimal("120"),
        decimal("1"),
        decimal("187.42"),
        decimal("191.08"),
        decimal("22929.60"),
        decimal("439.20"),
        decimal("1.9528"),
        decimal("0.00"));
  }

  private static Message bar() {
    return new IntradayBarUpdate(
        POSITION,
        "GLOBAL",
        "BTC-USD",
        MINUTE,
        decimal("93412.5"),
        decimal("93440"),
        decimal("93400.25"),
        decimal("93431.75"),
        decimal("2.85664446"),
        57,
        decimal("93421.1234567891"),
        true,
        0);
  }

  private static Message vwap() {
    return new VwapUpdate(
        POSITION,
        "BTC-USD",
        decimal("93187.4412345678"),
        decimal("812.44120394"),
        LocalDate.parse("2026-01-05"),
        NOW);
  }

  private static Message market() {
    return new MarketStatusUpdate(
        POSITION,
        "XNYS",
        "US",
        "New York Stock Exchange",
        "America/New_York",
        MarketStatusUpdate.Status.OPEN,
        "regular",
        Optional.of(MarketStatusUpdate.Status.CLOSED),
        Optional.of(Instant.parse("2026-01-05T21:00:00Z")),
        Optional.of(23_399L),
        OffsetDateTime.parse("2026-01-05T09:30:00.123-05:00"));
  }

  private static Message synthetic() {
    return new SyntheticUpdate(POSITION, "S0", 1_767_623_400_123_456_789L, "x".repeat(90));
  }

  private static Message heartbeat() {
    return new HeartbeatUpdate(
        NOW,
        4200,
        4200,
        30,
        75,
        IntStream.range(0, 6)
            .mapToObj(
                number ->
                    new HeartbeatUpdate.Job("job-" + number, Optional.of(NOW), 12, 4200, 0, 1))
            .toList(),
        List.of(new HeartbeatUpdate.Feed("replay", FeedStatus.LIVE, Optional.of(NOW))),
        1000,
        Optional.of(new HeartbeatUpdate.Delivery(42_000, 17, 3, 4096, 850, 12_400, List.of())));
  }

  private static Message error() {
    return new ErrorMessage("invalid_message", "a message is an object", false);
  }

  private static BigDecimal decimal(String written) {
    return new BigDecimal(written);
  }
}
